import type { RegisterRow } from './entities.ts'

/** What the register showed when it was looked up, as plain data. Rules and predictions see nothing else. */
export interface RegisterView {
  /** Null: looked for and not in the register. Absent: never looked for. */
  readonly people: Readonly<Record<string, PersonView | null>>
  /** By `municipality-road`, e.g. `0851-8511`. Null: no such road. */
  readonly roads: Readonly<Record<string, RoadView | null>>
  /** Numbers of the people registered at an address, by `addressKey`. */
  readonly households: Readonly<Record<string, readonly string[]>>
  /** Who a search found, by `searchKey`. */
  readonly matches: Readonly<Record<string, readonly Match[]>>
}

/** Everybody of one birth date and sex. */
export interface PersonSearch {
  readonly birthDate: string
  readonly sex: string
}

/** Somebody whom a search found, as the list shows them. */
export interface Match {
  readonly pnr: string
  /** `Surname,First names`; empty where nobody has named them. */
  readonly addressingName: string
  readonly status: string
}

/** Names one search. */
export function searchKey({ birthDate, sex }: PersonSearch): string {
  return `${birthDate}-${sex}`
}

export interface PersonView {
  readonly pnr: string
  /** The valid number where this one is dead; else the same. */
  readonly validPnr: string
  readonly status: string
  readonly sex: 'M' | 'K'
  readonly birthDate: string
  /** Data wait in the register's own queue. */
  readonly waiting: boolean
  /** Name and address protection. */
  readonly protected: boolean
  readonly addressingName: string | null
  /** The day the register was asked: a row that ends later is current still. Absent in what was kept before that was known. */
  readonly asOf?: string
  /** Valid and marked rows of every kind that was looked up, newest first. */
  readonly rows: readonly RegisterRow[]
}

export interface RoadView {
  readonly municipalityCode: string
  readonly streetCode: string
  readonly name: string
  readonly firstHouseNumber: string
  readonly lastHouseNumber: string
}

/** What must still be looked up before the rules of a case can be judged. */
export interface Reads {
  readonly people: readonly string[]
  readonly roads: readonly string[]
  readonly households: readonly string[]
  readonly searches: readonly PersonSearch[]
}

export const emptyView: RegisterView = { people: {}, roads: {}, households: {}, matches: {} }
