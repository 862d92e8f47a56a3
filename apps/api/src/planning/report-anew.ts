import { foretell, getDefinition, insteadOf, isSameChain, reportsOf } from '@sagsgang/events'
import type {
  CaseData,
  EventDefinition,
  PartySource,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

import { asItStood } from './as-it-stood.ts'
import { buried, notReportedHere, numberAnnulled } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import type { CaseNode } from './case-tree.ts'
import { judgedStep } from './judged-step.ts'
import { saveUndoneBy } from './maintained.ts'
import { isStopped, met } from './turn.ts'
import type { Met, PersonRow, PlanGround, Turn } from './turn.ts'
import type { MaintenanceMeant } from './undo-maintenance.ts'
import type { WrittenByCase } from './written-on.ts'

/** An undo is taken back by reporting anew what it undid: the marked row stays as proof that it once was undone. */
export function reportAnew(ground: PlanGround, { step, own, view }: MaintenanceMeant): Turn {
  const save = saveUndoneBy(step.node, own, ground.written)
  if (!save) return { met: [met(nothingToReport(step.node.definition))], order: null }
  const definition = getDefinition(save.event)
  if (gaveNumber(save, definition))
    return { met: [met(numberAnnulled(definition.name))], order: null }
  const data = dataAnew(save, step.node, own.person)
  const judged = judgedStep(ground, { definition, data, view })
  const later = laterRows(view, { undone: rowUndone(step.node, own.person), person: own.person })
  const past = isStopped(judged) ? [] : replacedBy(ground, { definition, data, view, later })
  return {
    met: [...judged.met, ...past],
    order: {
      operation: definition.id,
      person: reportsOf(definition, data)[0]?.person ?? own.person,
      data,
      confirmed: judged.confirmed,
      // Whoever reports documents it, unless the form names another.
      after: foretell(definition, { authority: ground.authority, ...data }, view),
    },
  }
}

/** A number that was annulled has left its cases behind it. */
function nothingToReport(undo: EventDefinition): Obstacle {
  return isOfNumbers(undo) ? numberAnnulled(undo.name) : notReportedHere(undo.name)
}

function isOfNumbers({ kind }: EventDefinition): boolean {
  return kind.type === 'maintenance' && kind.dataType === 'personnummer'
}

/** To somebody who had none, or in another's place. */
function gaveNumber({ expected }: WrittenByCase, definition: EventDefinition): boolean {
  return isOfNumbers(definition) || expected.some(({ change }) => change === 'create')
}

interface Anew {
  readonly definition: EventDefinition
  readonly data: CaseData
  readonly view: RegisterView
  /** What stands in its place by now. */
  readonly later: readonly PersonRow[]
}

/** The fact belongs to the past by now: it would be reported as former data, which is another thing. */
function replacedBy(
  { clock, authority }: PlanGround,
  { definition, data, view, later }: Anew,
): readonly Met[] {
  if (definition.kind.type === 'maintenance') return []
  const facts = { data, view, today: clock.today(), authority, viaPrimary: true }
  const [entity = 'person'] = definition.undo.steps.flatMap((one) =>
    one.followOn === null ? [one.entity] : [],
  )
  const isPast = later.length > 0 || insteadOf(definition, facts) !== null
  return isPast ? [met(buried(entity, definition.name), later)] : []
}

/** A row of the same chain that was written since, and begins no earlier: it has had the time of the undone one. */
function laterRows(
  { people }: RegisterView,
  { undone, person }: { readonly undone: RegisterRow | undefined; readonly person: string },
): readonly PersonRow[] {
  // A number's own row is written over again and again, and no row replaces it.
  if (!undone || undone.entity === 'person') return []
  const { start, timestamp } = undone
  return (people[person]?.rows ?? [])
    .filter((row) => row.mark === null && isSameChain(row, undone) && row.timestamp > timestamp)
    .filter((row) => row.start >= start && (row.end === null || row.end > start))
    .map((row) => ({ person, row }))
}

/** What was reported, as it stood at last; for the one whose row was undone where the case reported for several. */
export function dataAnew(
  save: WrittenByCase,
  undone: Pick<CaseNode, 'stored' | 'view'>,
  person: string,
): CaseData {
  const { parties, reportedFor, kind } = getDefinition(save.event)
  if (kind.type === 'maintenance') return save.data
  const data = asItStood(save, save.data, rowUndone(undone, person))
  const [first, ...others] = reportedFor.map((party) => fieldNaming(parties[party]))
  if (first === undefined || others.length === 0) return data
  const rest = Object.entries(data).filter(([field]) => !others.includes(field))
  return { ...Object.fromEntries(rest), [first]: person }
}

/** The row as the undo found it. */
function rowUndone({ stored, view }: Pick<CaseNode, 'stored' | 'view'>, person: string) {
  const { timestamp: stamp } = stored.snapshot.context.data
  return view.people[person]?.rows.find(
    ({ timestamp, mark }) => timestamp === stamp && mark === null,
  )
}

function fieldNaming(source: PartySource | undefined): string | undefined {
  return source && 'field' in source ? source.field : undefined
}
