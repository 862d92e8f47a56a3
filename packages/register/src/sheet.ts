import type { People, Person, StoredRow } from './rows.ts'

/** What a save did to one row. Without `before` the row is new. */
export interface RowChange {
  readonly pnr: string
  readonly before: StoredRow | null
  readonly after: StoredRow
}

export type Pointed = Pick<Person, 'pnr' | 'validPnr'>

export interface Told {
  readonly pnr: string
  readonly derivedMark: string | null
}

/** Whatever is written says for itself whether its end is still to come. */
const asOf = (today: string, row: StoredRow): StoredRow => ({
  ...row,
  endsAhead: row.mark === null && row.end !== null && row.end > today,
})

/** What is not in any row: where numbers pointed, and who is only told. */
function createLinks() {
  const pointed = new Map<string, Pointed>()
  const told: Told[] = []
  return {
    note: ({ pnr, validPnr }: Person): void => {
      if (!pointed.has(pnr)) pointed.set(pnr, { pnr, validPnr })
    },
    tell: (pnr: string, derivedMark: string | null): void => void told.push({ pnr, derivedMark }),
    pointed: (): readonly Pointed[] => [...pointed.values()],
    told: (): readonly Told[] => told,
  }
}

/** The people a draft writes on, and what each row was before. */
export function createSheet(base: People, today: string) {
  const touched = new Map<string, Person>()
  const before = new Map<number, StoredRow | null>()
  const find = (pnr: string): Person | undefined => touched.get(pnr) ?? base.find(pnr)
  const get = (pnr: string): Person => {
    const person = find(pnr)
    if (person === undefined) throw new Error('a draft writes on a person that is not there')
    return person
  }
  const put = (person: Person): void => void touched.set(person.pnr, person)
  const note = (row: number, was: StoredRow | null): void => {
    if (!before.has(row)) before.set(row, was)
  }
  const restore = (pnr: string, row: StoredRow): void => {
    const person = get(pnr)
    note(row.id, person.rows.find(({ id }) => id === row.id) ?? null)
    const after = asOf(today, row)
    put({ ...person, rows: person.rows.map((one) => (one.id === row.id ? after : one)) })
  }
  const add = (pnr: string, row: StoredRow): void => {
    const person = get(pnr)
    note(row.id, null)
    put({ ...person, rows: [...person.rows, asOf(today, row)] })
  }
  const move = (from: string, to: string): void => {
    const [source, target] = [get(from), get(to)]
    put({ ...target, rows: [...source.rows, ...target.rows] })
    put({ ...source, rows: [] })
  }
  const create = (pnr: string): void => put({ pnr, validPnr: pnr, rows: [] })
  const links = createLinks()
  const redirect = (pnr: string, validPnr: string): void => {
    const person = get(pnr)
    links.note(person)
    put({ ...person, validPnr })
  }
  const people = (): readonly Person[] => [...touched.values()]
  const changes = (): readonly RowChange[] => people().flatMap((one) => changesOf(one, before))
  const { tell, told, pointed } = links
  const writing = { add, restore, move, create, redirect, tell }
  return { find, get, ...writing, people, changes, told, pointed }
}

const changesOf = (
  { pnr, rows }: Person,
  noted: ReadonlyMap<number, StoredRow | null>,
): readonly RowChange[] =>
  rows.flatMap((after) => {
    const before = noted.get(after.id)
    return before === undefined ? [] : [{ pnr, before, after }]
  })
