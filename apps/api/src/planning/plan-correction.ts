import {
  columnsGiven,
  fieldForColumn,
  findDefinition,
  getDefinition,
  isCurrent,
} from '@sagsgang/events'
import type {
  CaseData,
  CaseDataChange,
  EventDefinition,
  FieldData,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

import { mayReport } from '../access/may-report.ts'
import type { FieldDiff, PlanView } from '../case-view.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { dataTypeKeeping } from '../effects/maintained-row.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { fixedField, keptByOthers, missing, severalRows, toBlocker } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { loadTree } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'
import { changesIn, columnsOf, writtenBy } from './correctable.ts'
import type { FieldChange, Written } from './correctable.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readTouched } from './read-tree.ts'
import { rowToUndo } from './row-to-undo.ts'
import { toRowView } from './row-views.ts'
import { savedReports } from './saved-reports.ts'
import type { SavedReport } from './saved-reports.ts'
import { withUnshownRows } from './unshown-rows.ts'

export interface CorrectionPlan {
  readonly type: 'planned'
  readonly plan: PlanView
  /** Null where nothing is to be corrected, or something is in the way. */
  readonly order: { readonly operation: string; readonly data: CaseData } | null
}

/** The maintenance that would give a case's row the content that was typed. Undefined: no such case. */
export async function planCorrection(
  deps: EffectDeps,
  caller: Caller,
  of: { readonly caseId: string; readonly data: CaseDataChange },
): Promise<CorrectionPlan | NotRead | undefined> {
  const node = await loadTree(deps.db, of.caseId)
  if (!node) return undefined
  const changes = changesIn(node.stored.snapshot.context.data, of.data)
  const correction = await planChanges(deps, caller, { node, changes })
  if (correction.type !== 'planned') return correction
  const { steps, order } = correction
  const diff = changes.map((change) => toDiff(node.definition, change))
  const blockers = correction.blockers.map((one) => toBlocker(one, of))
  const fingerprint = fingerprintOf(steps.map((shown) => ({ shown, data: order?.data ?? null })))
  return { type: 'planned', plan: { steps, blockers, fingerprint, diff }, order }
}

function toDiff(definition: EventDefinition, { field, from, to }: FieldChange): FieldDiff {
  return { field, label: labelOf(definition, field), before: from, after: to }
}

async function planChanges(
  deps: EffectDeps,
  caller: Caller,
  { node, changes }: { readonly node: CaseNode; readonly changes: readonly FieldChange[] },
): Promise<Correction | NotRead> {
  if (changes.length === 0) return planned([], null)
  const target = targetOf(node.definition, changes)
  if (target.type === 'blocked') return planned(target.blockers, null)
  const [report] = await savedReports(deps, node)
  if (!report) return planned([missing(target.written[0].entity, node.definition.name)], null)
  const kept = { ...report, entity: target.written[0].entity }
  const looked = await readTouched(deps, caller, [kept])
  if (looked.type !== 'read') return looked
  const now = withUnshownRows(looked.view, [kept])
  return correct({ node, report: kept, written: target.written, changes, now })
}

interface Correction extends Pick<CorrectionPlan, 'type' | 'order'> {
  readonly steps: PlanView['steps']
  readonly blockers: readonly Obstacle[]
}

function planned(
  blockers: readonly Obstacle[],
  order: CorrectionPlan['order'],
  steps: PlanView['steps'] = [],
): Correction {
  return { type: 'planned', steps, blockers, order }
}

type Target =
  | { readonly type: 'one'; readonly written: readonly [Written, ...Written[]] }
  | { readonly type: 'blocked'; readonly blockers: readonly Obstacle[] }

/** One correction corrects one row: fields that stand nowhere in the register, or in several rows, are told. */
function targetOf(definition: EventDefinition, changes: readonly FieldChange[]): Target {
  const written = changes.map(({ field }) => writtenBy(definition, field))
  const fixed = changes.filter((_, index) => written[index] === null).map(({ field }) => field)
  if (fixed.length > 0)
    return {
      type: 'blocked',
      blockers: fixed.map((field) => fixedField(labelOf(definition, field))),
    }
  const [first, ...others] = written.filter((one) => one !== null)
  if (!first) return { type: 'blocked', blockers: [] }
  if (others.some((other) => other.entity !== first.entity || other.relation !== first.relation))
    return { type: 'blocked', blockers: [severalRows] }
  return { type: 'one', written: [first, ...others] }
}

function labelOf({ fields }: EventDefinition, name: string) {
  return fields.find((field) => field.name === name)?.label ?? { da: name, en: name }
}

interface Correcting {
  readonly node: CaseNode
  readonly report: SavedReport
  readonly written: readonly Written[]
  readonly changes: readonly FieldChange[]
  readonly now: RegisterView
}

function correct(of: Correcting): Correction {
  const { node, report, now, written } = of
  const found = rowToUndo({ ...report, relation: written[0]?.relation ?? null }, now)
  if (found.type !== 'row' && found.type !== 'buried')
    return planned([missing(report.entity, node.definition.name)], null)
  const { row } = found
  const person = now.people[report.person]
  const which = person && isCurrent(row, person) ? 'current' : 'former'
  const operation = `${dataTypeKeeping(node.definition, row.entity) ?? ''}.correct-${which}`
  const blockers = blockersOf(findDefinition(operation), row, of)
  if (blockers.length > 0) return planned(blockers, null)
  const data = dataFor(getDefinition(operation), row, of)
  return planned([], { operation, data }, [step(of, row, { operation, data })])
}

/** What the maintenance service does not take, or does not take from this authority. */
function blockersOf(
  maintenance: EventDefinition | undefined,
  row: RegisterRow,
  of: Correcting,
): readonly Obstacle[] {
  const { definition, stored } = of.node
  const changed = of.changes.map(({ field }) => field)
  const outside = maintenance ? fieldsOutside(maintenance, row, of) : changed
  const kept = maintenance && !mayReport(maintenance, stored) ? changed : []
  if (outside.length > 0) return outside.map((field) => fixedField(labelOf(definition, field)))
  return kept.map((field) => keptByOthers(labelOf(definition, field)))
}

/** Changed fields whose column the maintenance service does not take. */
function fieldsOutside(
  maintenance: EventDefinition,
  row: RegisterRow,
  { written }: Correcting,
): readonly string[] {
  const outside = written.filter(({ column }) => fieldForColumn(maintenance, row, column) === null)
  return outside.map(({ field }) => field)
}

/** The whole right content of the row: what is not given again would be lost. */
function dataFor(
  maintenance: EventDefinition,
  row: RegisterRow,
  { report, written, changes }: Correcting,
): CaseData {
  const changed = written.flatMap((one, index) => columnsOf(one, changes[index]?.to ?? null))
  const right: Readonly<Record<string, FieldData | null>> = {
    ...row.columns,
    startDate: row.start,
    ...Object.fromEntries(changed),
  }
  const content = Object.entries(right).flatMap(([column, value]) => {
    const field = fieldForColumn(maintenance, row, column)
    return value === null || field === null ? [] : [[field, value] as const]
  })
  return {
    personnummer: report.person,
    timestamp: row.timestamp,
    ...Object.fromEntries(content),
  }
}

function step(
  { node, report }: Correcting,
  row: RegisterRow,
  { operation, data }: { readonly operation: string; readonly data: CaseData },
): PlanView['steps'][number] {
  const right = rightRow(getDefinition(operation), row, data)
  return {
    operation,
    name: getDefinition(operation).name,
    caseId: node.stored.id,
    person: report.person,
    policy: 'undo',
    together: false,
    isPrimary: true,
    acceptedOn: node.stored.snapshot.context.accepted.on,
    before: [toRowView(report.person, row)],
    after: [
      toRowView(report.person, { ...row, end: row.start, mark: 'K' }),
      toRowView(report.person, right),
    ],
  }
}

/** What no field gives stays as it is; what a field could have given and did not is empty. */
function rightRow(maintenance: EventDefinition, row: RegisterRow, data: CaseData): RegisterRow {
  const given = columnsGiven(maintenance, data, row)
  const columns = Object.entries(row.columns).map(([column, value]) => {
    const isFixed = fieldForColumn(maintenance, row, column) === null
    return [column, isFixed ? value : (given[column] ?? null)] as const
  })
  const { startDate } = data
  const start = typeof startDate === 'string' ? startDate : row.start
  return { ...row, columns: Object.fromEntries(columns), start }
}
