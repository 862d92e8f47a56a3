import type { Entity, Mark, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

/** Rows and people for tests of what is pure: fictitious, and only what the story needs. */
export function row(
  entity: Entity,
  columns: Readonly<Record<string, string | null>>,
  of: {
    readonly start: string
    readonly end?: string
    readonly mark?: Mark
    readonly timestamp: string
  },
): RegisterRow {
  return { entity, columns, startUncertain: false, end: null, mark: null, ...of }
}

export function person(
  pnr: string,
  rows: readonly RegisterRow[],
  status: string = '01',
): PersonView {
  return {
    pnr,
    validPnr: pnr,
    status,
    sex: 'K',
    birthDate: '19900101',
    waiting: false,
    protected: false,
    addressingName: null,
    asOf: '20261123',
    rows,
  }
}

export function viewOf(...people: readonly PersonView[]): RegisterView {
  return {
    people: Object.fromEntries(people.map((one) => [one.pnr, one])),
    roads: {},
    households: {},
    matches: {},
  }
}
