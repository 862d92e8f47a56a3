import { isGiven, textOf } from '../case-data.ts'
import { denmark } from '../code-lists/countries.ts'
import type { Facts } from '../define-event.ts'
import { code, country, date, lines, text } from '../fields.ts'
import { reporters } from '../reporters.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

/** What registering and ending an election address share. */

export const electionReporters = [reporters['election-office'], reporters.municipality]

export const electionLookups = [
  'election',
  'voting-right',
  'citizenship',
  'address',
  'master-limited',
]

function isAbroad({ data }: Facts): boolean {
  return isGiven(data, 'country') && textOf(data, 'country') !== denmark
}

const address = {
  text: say('når adressen ligger uden for Danmark', 'for an address outside Denmark'),
}

const inEu = { requiredWhen: { text: say('når landet er et EU-land', 'for an EU member state') } }

const period = {
  startDate: say('Startdato', 'Start date'),
  votingDate: say('Valgretsdato', 'Voting date'),
  country: say('Land', 'Country'),
}

const electionCode = code('election-codes', say('Valgkode', 'Election code'), {
  wire: 'VALGKODE',
  required: true,
})

const documentation = text(60, say('Ansøgning', 'Application'))
const addressLabel = say('Valgadresse', 'Election address')

export const electionAddressFields = {
  personnummer,
  electionCode,
  startDate: date(period.startDate, { wire: 'STARTDATO', required: true }),
  endDate: date(say('Slutdato', 'End date'), { wire: 'SLETDATO' }),
  votingDate: date(period.votingDate, { wire: 'VALGRETDATO' }),
  address: lines(addressLabel, { wire: 'ADR', requiredWhen: { ...address, holds: isAbroad } }),
  country: country(period.country, { wire: 'LANDEKOD', ...inEu }),
  documentation,
  authority: reportingAuthority,
}

export const electionAddressCessationFields = {
  personnummer,
  electionCode,
  startDate: date(period.startDate, {
    hint: say('læses af rækken; sendes ikke', 'read from the row; not sent'),
  }),
  endDate: date(say('Slettedato', 'End date'), { wire: 'SLETDATO', required: true }),
  votingDate: date(period.votingDate),
  address: lines(addressLabel, { wire: 'ADR', requiredWhen: address }),
  country: country(period.country, inEu),
  documentation,
  authority: reportingAuthority,
}
