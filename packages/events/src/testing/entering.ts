import type { Facts } from '../define-event.ts'
import type { PersonView } from '../register-view.ts'
import { arrival, livingThere } from './entry-trials.ts'
import { aPerson, named, row, viewOf } from './people.ts'

/** Two who enter under a number they have: one was given it from afar, the other lived here once. */

export const papers = [...named('Zoe', 'Kowalska'), row('citizenship', { country: '5154' })]

export const stranger = aPerson('0304904114', {
  status: '20',
  rows: [...papers, row('address', { municipalityCode: '0011' }, { start: '20250101' })],
})

export const departure = row(
  'migration',
  { departureCountry: '5154', entryCountry: null, line1: 'ul. Krotka 4' },
  { start: '20240601' },
)

export const returner = aPerson('0304904114', { status: '80', rows: [...papers, departure] })

export const contact = row('contactAddress', { line1: 'c/o Holm' })

export const election = row('election', { electionCode: '0002' }, { start: '20240601' })

export function entering(person: PersonView): Facts {
  return {
    data: { personnummer: person.pnr, ...arrival },
    view: livingThere()(viewOf(person)),
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  }
}
