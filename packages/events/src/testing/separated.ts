import type { Facts } from '../define-event.ts'
import { aPerson, civil, home, kin, row, viewOf } from './people.ts'

/** A couple before a separation and after it. */

export const wife = '0709614096'
export const man = '0709614231'
export const child = '0111164001'
export const married = (pnr: string, other: string, tie = 'G') =>
  aPerson(pnr, {
    rows: [civil(tie, other, { start: '20100101' }), row('address', home), kin('child', child)],
  })
const she = married(wife, man)
const he = married(man, wife)
const separated = [she, he].map((person) => ({
  ...person,
  rows: [
    ...person.rows,
    row('separation', { civilStatusReference: '201001010000' }, { start: '20260101' }),
  ],
}))
const boy = aPerson(child, { rows: [row('sharedResidence', { otherParentPersonnummer: man })] })

export const entry: Facts = {
  data: {
    personnummer: wife,
    spousePersonnummer: man,
    separationDate: '20261120',
    deciding: '1301',
    decision: 'Bevilling 9',
  },
  view: viewOf(she, he, boy),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

export const separatedHalf = (at: number) => separated[at] ?? she

export const cessation: Facts = {
  ...entry,
  data: {
    personnummer: wife,
    spousePersonnummer: man,
    endDate: '20261120',
    reason: 'COHABITATION',
    authority: '1301',
  },
  view: viewOf(separatedHalf(0), separatedHalf(1), boy),
}
