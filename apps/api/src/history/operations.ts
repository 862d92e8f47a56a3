import {
  isCurrent,
  say,
  type EventDefinition,
  type Facts,
  type Maintenance,
  type PersonView,
  type RegisterRow,
  type Text,
} from '@sagsgang/events'

import { authorize } from '../access/authorize.ts'
import { mayReport } from '../access/may-report.ts'
import { rightToOpen } from '../access/right-to-open.ts'
import { takesRight } from '../access/takes-right.ts'
import type { Actor } from '../engine/ports.ts'
import type { OperationView } from '../register-view.ts'
import type { DataType } from './data-types.ts'

/** What somebody may do with a kind of data, whatever row it is about. */
export function operationsOf({ operations }: DataType, actor: Actor): readonly OperationView[] {
  return Object.values(operations).map((definition) => toView(definition, barTo(definition, actor)))
}

/** Late reports, which need no row. */
export function lateReportsOf(dataType: DataType, actor: Actor): readonly OperationView[] {
  const { reportFormer } = dataType.operations
  return reportFormer === undefined ? [] : [toView(reportFormer, barTo(reportFormer, actor))]
}

interface RowOf {
  readonly person: PersonView
  readonly row: RegisterRow
  readonly today: string
}

const ways = [
  { current: 'correctCurrent', former: 'correctFormer' },
  { current: 'undoCurrent', former: 'undoFormer' },
] as const satisfies readonly Readonly<Record<string, Maintenance>>[]

/** A correction and an undo of this very row: as current or as former data, whichever fits it. */
export function operationsOn(
  { operations }: DataType,
  actor: Actor,
  of: RowOf,
): readonly OperationView[] {
  const facts = factsOf(of, actor)
  return ways.flatMap((way) => {
    const inOrder = isCurrent(of.row, of.person)
      ? [way.current, way.former]
      : [way.former, way.current]
    const offered = inOrder.flatMap((operation) => operations[operation] ?? [])
    const fitting = (['current', 'former'] as const)
      .flatMap((place) => operations[way[place]] ?? [])
      .find((definition) => rowFault(definition, facts) === undefined)
    const definition = fitting ?? offered[0]
    if (definition === undefined) return []
    return [toView(definition, rowFault(definition, facts) ?? barTo(definition, actor))]
  })
}

function factsOf({ person, row, today }: RowOf, { authority }: Actor): Facts {
  return {
    data: { personnummer: person.pnr, timestamp: row.timestamp },
    view: { people: { [person.pnr]: person }, roads: {}, households: {}, matches: {} },
    today,
    authority,
    viaPrimary: false,
  }
}

/** What the operation's own rules have against the row, in their words. */
function rowFault({ rules }: EventDefinition, facts: Facts): Text | undefined {
  const aboutRow = rules.filter(
    ({ severity, fields }) => severity === 'error' && fields.length === 1 && fields[0] === stamp,
  )
  return aboutRow.find(({ isRaised }) => isRaised(facts))?.message
}

const stamp = 'timestamp'

function barTo(definition: EventDefinition, actor: Actor): Text | undefined {
  if (!mayReport(definition, actor)) return notKept
  const verdict = authorize(actor, rightToOpen(definition), null)
  return verdict.type === 'denied' ? takesRight(verdict.reason) : undefined
}

const notKept = say(
  'Din myndighed vedligeholder ikke den slags oplysninger',
  'Your authority does not maintain that kind of data',
)

function toView({ id, name }: EventDefinition, reason: Text | undefined): OperationView {
  return { id, name, allowed: reason === undefined, ...(reason !== undefined && { reason }) }
}
