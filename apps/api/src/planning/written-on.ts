import { rowHolds } from '@sagsgang/events'
import type { CaseData, ExpectedChange, RegisterRow } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { PersonRow } from './turn.ts'

/** One save of one of our cases that the register has carried out. */
export interface WrittenByCase {
  readonly caseId: string
  /** Whose case it is: nobody else is told of it. */
  readonly authority: string
  readonly event: string
  readonly data: CaseData
  readonly expected: readonly ExpectedChange[]
  readonly output: Readonly<Record<string, string>>
}

/** What our cases have written on those whom a case and all that came of it concern, the earliest first. */
export async function writtenOnPeopleOf(
  db: Kysely<Database>,
  caseId: string,
): Promise<readonly WrittenByCase[]> {
  const found = await sql<WrittenByCase>`
    with recursive tree as (
      select id from cases where id = ${caseId}
      union all
      select c.id from cases c join tree on c.parent_id = tree.id
    ), people as (
      select distinct pnr from case_persons join tree on tree.id = case_persons.case_id
    )
    select c.id as "caseId", c.authority, c.event, c.snapshot #> '{context,data}' as data, coalesce(s.expected, '[]') as expected,
      coalesce(s.output, c.snapshot #> array['context', 'accepted', 'outputs', s.report::text], '{}') as output
    from submissions s join cases c on c.id = s.case_id
    where s.state = 'confirmed'
      and s.case_id in (select case_id from case_persons where pnr in (select pnr from people))
    order by s.created_at`.execute(db)
  return found.rows
}

/** The stamps that a save's row has carried, the latest first: each correction names the one that it found. */
export function stampsSince(
  own: readonly string[],
  written: readonly WrittenByCase[],
): readonly string[] {
  return written.reduce<readonly string[]>((stamps, { data, output }) => {
    const [found, left] = [data['timestamp'], output['TIMSTP']]
    const isAbout = typeof found === 'string' && stamps.includes(found)
    return isAbout && left !== undefined && !stamps.includes(left) ? [left, ...stamps] : stamps
  }, own)
}

/** Numbers that maintenance of the rows of these people has named: somebody may have been put in another's place. */
export function namedByMaintenance(
  people: readonly string[],
  written: readonly WrittenByCase[],
): readonly string[] {
  return written
    .filter(({ data: { timestamp, personnummer } }) => {
      const isOfRow = typeof timestamp === 'string' && typeof personnummer === 'string'
      return isOfRow && people.includes(personnummer)
    })
    .flatMap(({ data }) => Object.values(data))
    .filter((value) => typeof value === 'string')
    .filter((value) => /^\d{10}$/.test(value))
}

/** Cases of ours that wrote these rows, or ended them. */
export function writersOf(
  rows: readonly PersonRow[],
  written: readonly WrittenByCase[],
): readonly string[] {
  const writers = rows.flatMap((row) => {
    const isStamped = ({ output }: WrittenByCase) => output['TIMSTP'] === row.row.timestamp
    // A row may have moved to where one began that said the same: its stamp knows better who wrote it.
    const leaves = written.some(isStamped) ? changed : wrote
    return written.filter((save) => isStamped(save) || isLeft(row, save, leaves))
  })
  return [...new Set(writers.map(({ caseId }) => caseId))]
}

function isLeft({ person, row }: PersonRow, { expected }: WrittenByCase, leaves: Leaves): boolean {
  return expected.some(
    (change) =>
      change.pnr === person && change.entity === row.entity && leaves[change.change](change, row),
  )
}

/** Whether a row is as a change leaves it. */
type Leaves = Readonly<
  Record<ExpectedChange['change'], (change: ExpectedChange, row: RegisterRow) => boolean>
>

/** What was there before. */
const changed: Leaves = {
  append: () => false,
  create: () => false,
  set: ({ columns }, row) => rowHolds(row, columns),
  end: ({ end, before }, row) => row.end !== null && row.end === end && rowHolds(row, before),
  annul: () => false,
}

const asNew: Leaves['append'] = ({ start, columns }, row) =>
  row.start === start && rowHolds(row, columns)

const wrote: Leaves = { ...changed, append: asNew, create: asNew }
