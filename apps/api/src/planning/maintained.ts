import { getDefinition, textOf } from '@sagsgang/events'
import type { Entity, EventDefinition, RegisterRow, RegisterView } from '@sagsgang/events'

import { entitiesKept } from '../effects/maintained-row.ts'
import type { CaseNode } from './case-tree.ts'
import { outputOf } from './saved-reports.ts'
import { stampsSince } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

/** What a maintenance case was about, and the stamps that its row has carried since. */
export interface Maintained {
  readonly person: string
  /** The key of the row as it was before; empty for a late report. */
  readonly stamp: string
  /** Of the corrections since, the latest first, then of the operation itself. */
  readonly stamps: readonly string[]
  readonly output: Readonly<Record<string, string>>
  readonly entities: readonly Entity[]
  /** The register's stamp of the conversation: what was written in it, and since, is younger. */
  readonly since: string
  readonly isUndo: boolean
}

export function maintainedBy(
  { stored, definition, submissions }: CaseNode,
  written: readonly WrittenByCase[],
): Maintained {
  const { data } = stored.snapshot.context
  const [last] = submissions
  const output = last ? outputOf({ stored }, last) : {}
  const own = output['TIMSTP']
  return {
    person: textOf(data, 'personnummer'),
    stamp: textOf(data, 'timestamp'),
    stamps: stampsSince(own === undefined ? [] : [own], written),
    output,
    entities: entitiesKept(definition),
    since: last?.dialogue ?? '',
    isUndo: isUndo(definition.kind),
  }
}

/** The valid row that bears the latest of the stamps. */
export function rowStamped(
  { people }: RegisterView,
  { person, stamps, entities }: Pick<Maintained, 'person' | 'stamps' | 'entities'>,
): RegisterRow | undefined {
  const rows = (people[person]?.rows ?? []).filter((row) => entities.includes(row.entity))
  return stamps
    .map((stamp) => rows.find(({ timestamp, mark }) => timestamp === stamp && mark === null))
    .find((row) => row !== undefined)
}

/** Nothing is left of it but proof. */
export function isTakenBack(
  { people }: RegisterView,
  { person, stamps }: Pick<Maintained, 'person' | 'stamps'>,
): boolean {
  const rows = people[person]?.rows ?? []
  return rows.some(({ timestamp, mark }) => mark === 'A' && stamps.includes(timestamp))
}

/** The save of ours that an undo took back: by the plan that it was a step of, else by the stamp of its row. */
export function saveUndoneBy(
  { stepOf }: Pick<CaseNode, 'stepOf'>,
  { person, stamp }: Pick<Maintained, 'person' | 'stamp'>,
  written: readonly WrittenByCase[],
): WrittenByCase | undefined {
  const isOfStamp = ({ output }: WrittenByCase): boolean =>
    stampsSince([output['TIMSTP'] ?? ''], written).includes(stamp)
  const saves = written.filter(({ event }) => !isUndo(getDefinition(event).kind))
  if (!stepOf) return saves.findLast(isOfStamp)
  const own = saves.filter(({ caseId }) => caseId === stepOf.caseId)
  const isOn = ({ expected }: WrittenByCase) => expected.some(({ pnr }) => pnr === person)
  return own.find(isOfStamp) ?? own.find(isOn) ?? own[0]
}

function isUndo(kind: EventDefinition['kind']): boolean {
  return kind.type === 'maintenance' && kind.operation.startsWith('undo')
}
