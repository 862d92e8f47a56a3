import { addDays, entitiesOfDataType, maintenanceCatalogue } from '@sagsgang/events'
import type { CaseData, Entity, EventDefinition } from '@sagsgang/events'
import type { Person, StoredRow } from '@sagsgang/register'

import { civilOf, columnOf, rowOf } from './folk.ts'
import { writeForm } from './forms.ts'
import type { Form, Writer } from './forms.ts'

/** Late reports by chance: a period of the past between rows that stand, or beside them. */

const lateReports = maintenanceCatalogue.filter(
  ({ kind }) => kind.type === 'maintenance' && kind.operation === 'reportFormer',
)

/** Kinds of rows of which most people have a former one, and so some room between two. */
const common = lateReports.filter(({ id }) => /^(address|church|name|civil-status)\./.test(id))

export function writeLateForm(writer: Writer): Form | undefined {
  const { random, folk } = writer
  const definition = random.pick(random.chance(0.6) ? common : lateReports)
  const entity = definition && entityOf(definition)
  if (!definition || !entity) return undefined
  const person = folk.pick((one) => isLikely(one, entity))
  const period = person && periodFor(writer, person, entity)
  if (!period) return undefined
  const given = { personnummer: person.pnr, ...period, ...homeOf(writer, entity), reason: 'Glemt' }
  return writeForm(writer, definition, given)
}

function entityOf({ kind }: EventDefinition): Entity | undefined {
  return kind.type === 'maintenance' ? entitiesOfDataType(kind.dataType)[0] : undefined
}

const former = ({ rows }: Person, entity: Entity): readonly StoredRow[] =>
  rows.filter((row) => row.entity === entity && row.mark === null && row.end !== null)

/** Kinds of rows that stand in no chain, or in the gaps of another. */
const anywhere: ReadonlySet<Entity> = new Set(['kinship', 'municipalCondition', 'sharedResidence'])

function isLikely(person: Person, entity: Entity): boolean {
  if (entity === 'separation') return civilOf(person) === 'G'
  return anywhere.has(entity) || former(person, entity).length > 0
}

/** Somebody's home: an address that there is. */
function homeOf({ folk }: Writer, entity: Entity): CaseData {
  const host = entity === 'address' ? folk.pick((one) => rowOf(one, 'address') !== undefined) : null
  const columns = (host && rowOf(host, 'address')?.columns) ?? {}
  const filled = Object.entries(columns).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  return Object.fromEntries(filled)
}

/** In two rows, of which one gives way to the next; in one of them alone; or anywhere in somebody's life. */
function periodFor(writer: Writer, person: Person, entity: Entity): CaseData | undefined {
  const { random, folk } = writer
  const begun = entity === 'separation' ? rowOf(person, 'civilStatus')?.start : undefined
  const born = columnOf(person, 'person', 'birthDate')
  const row = random.pick(former(person, entity))
  if (!row || row.end === null || begun !== undefined)
    return periodIn(writer, begun ?? born, folk.today)
  const next = person.rows.find(
    (one) => one.entity === entity && one.mark === null && one.start === row.end,
  )
  const startDate = dayIn(writer, row.start, row.end)
  const isCut = next?.end != null && random.chance(0.5)
  return { startDate, endDate: isCut ? dayIn(writer, row.end, next.end) : row.end }
}

function periodIn(writer: Writer, from: string, until: string): CaseData {
  const startDate = dayIn(writer, from, until)
  return { startDate, endDate: dayIn(writer, startDate, until) }
}

/** A day after the first and before the last, where there is one between them. */
function dayIn({ random }: Writer, from: string, until: string): string {
  const days = Math.max(2, Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 360
  const day = addDays(from, 1 + random.below(days))
  return day < until ? day : addDays(until, -1)
}
