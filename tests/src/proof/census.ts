import type { Control, Listed, TruePerson, TrueRow } from '../control.ts'

/** Everybody in the register with all their rows: people are found by what is true of them, not by number. */
export interface Census {
  readonly today: string
  /** The day so many days from today. */
  readonly day: (offset: number) => string
  readonly everybody: readonly Somebody[]
  get(pnr: string): Somebody
  has(pnr: string): boolean
  /** Reads everybody again: what was reported since then is seen by all who hold on to somebody. */
  refresh(): Promise<void>
  /** Reads only these, who may be new. */
  reread(people: readonly string[]): Promise<void>
}

type Relation = 'mother' | 'father' | 'child'

/** Somebody as they are now; rows that were taken back say nothing. */
export interface Somebody {
  readonly pnr: string
  readonly status: string
  readonly sex: string
  readonly birthDate: string
  readonly civilStatus: string | null
  readonly municipality: string | null
  /** Years on the register's today. */
  readonly age: number
  /** Current rows of a kind. */
  rows(entity: string): readonly TrueRow[]
  row(entity: string): TrueRow | undefined
  /** Valid rows of a kind, former ones too. */
  ever(entity: string): readonly TrueRow[]
  kin(relation: Relation): readonly Somebody[]
  /** Husband, wife or partner of a couple that stands. */
  spouse(): Somebody | undefined
  /** Holders of parental authority. */
  holders(): readonly Somebody[]
  /** Everybody who changes when this one does. */
  relatives(): readonly Somebody[]
}

interface Known {
  readonly listed: Listed
  readonly person: TruePerson
}

const readers = 8

export async function takeCensus(control: Control): Promise<Census> {
  const known = new Map<string, Known>()
  const today = await control.day(0)
  const handles = new Map<string, Somebody>()
  const readAll = async (people: readonly Listed[]): Promise<void> => {
    const left = [...people]
    const read = async (): Promise<void> => {
      for (let listed = left.pop(); listed !== undefined; listed = left.pop()) {
        known.set(listed.pnr, { listed, person: await control.person(listed.pnr) })
      }
    }
    await Promise.all(Array.from({ length: readers }, read))
  }
  const get = (pnr: string): Somebody => {
    const found = handles.get(pnr)
    if (found !== undefined) return found
    if (!known.has(pnr)) throw new Error('nobody has this number')
    const made = toSomebody(pnr, { today, get, known })
    handles.set(pnr, made)
    return made
  }
  const list = () => control.people('')
  await readAll(await list())
  return {
    today,
    day: (offset) => addDays(today, offset),
    get everybody() {
      return [...known.keys()].toSorted().map(get)
    },
    get,
    has: (pnr) => known.has(pnr),
    refresh: async () => readAll(await list()),
    reread: async (people) => {
      const wanted = new Set(people)
      await readAll((await list()).filter(({ pnr }) => wanted.has(pnr)))
    },
  }
}

export function addDays(day: string, offset: number): string {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number)
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + offset))
  return at.toISOString().slice(0, 10).replaceAll('-', '')
}

interface Place {
  readonly today: string
  readonly get: (pnr: string) => Somebody
  readonly known: ReadonlyMap<string, Known>
}

const textIn = (row: TrueRow | undefined, column: string): string | null => {
  const value = row?.[column]
  return typeof value === 'string' ? value : null
}

function toSomebody(pnr: string, { today, get, known }: Place): Somebody {
  const now = (): Known => {
    const found = known.get(pnr)
    if (found === undefined) throw new Error('nobody has this number')
    return found
  }
  const ever = (entity: string) =>
    (now().person.rows[entity] ?? []).filter(({ mark }) => mark === null)
  const rows = (entity: string) => ever(entity).filter(({ current }) => current)
  const named = (entity: string, column: string): readonly Somebody[] =>
    rows(entity).flatMap((row) => {
      const number = textIn(row, column)
      return number !== null && known.has(number) ? [get(number)] : []
    })
  const spouse = () =>
    ['G', 'P'].includes(now().listed.civilStatus ?? '')
      ? named('civilStatus', 'spousePersonnummer')[0]
      : undefined
  const kin = (relation: Relation): readonly Somebody[] => {
    const meant = rows('kinship').filter((row) => row['relation'] === relation)
    const numbers = new Set(meant.map((row) => textIn(row, 'personnummer')))
    return named('kinship', 'personnummer').filter((one) => numbers.has(one.pnr))
  }
  const holders = () => named('parentalAuthority', 'holderPersonnummer')
  return {
    pnr,
    get status() {
      return now().listed.status
    },
    get sex() {
      return now().listed.sex
    },
    get birthDate() {
      return now().listed.birthDate
    },
    get civilStatus() {
      return now().listed.civilStatus
    },
    get municipality() {
      return now().listed.municipality
    },
    get age() {
      return Math.floor((Number(today) - Number(now().listed.birthDate)) / 10_000)
    },
    rows,
    row: (entity) => rows(entity)[0],
    ever,
    kin,
    spouse,
    holders,
    relatives: () => [
      ...named('kinship', 'personnummer'),
      ...named('civilStatus', 'spousePersonnummer'),
      ...named('guardian', 'guardianPersonnummer'),
      ...holders(),
    ],
  }
}
