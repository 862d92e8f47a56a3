import { inOrder, notBeforeBirth, notFarAhead, notInFuture } from './dates.ts'
import type { EventChecks } from './layers.ts'
import { evenDead, isOfAge, isSomebody, living, resident } from './people.ts'
import { isCountry, isOneOf } from './places.ts'
import { protectionIsOpen } from './protection.ts'
import { endsRow, isOwnRow } from './rows.ts'

/** Periods that a report gives a start, and an end if it is known: nothing begins ahead of its day. */
const period = [notInFuture('STARTDATO'), inOrder('STARTDATO', 'SLETDATO')]

const condition = {
  entity: 'municipalCondition',
  by: { conditionType: 'KOMFORHTYP', conditionCode: 'KOMFORHKOD' },
} as const
const note = { entity: 'note', by: { noteNumber: 'NOTATNR' } } as const

const abroadOrHere = [...resident, '80']

export const textEvents: EventChecks = {
  'supplementary-address': [[isSomebody('PNR', resident)], period],
  'supplementary-address-cessation': [
    [isSomebody('PNR', evenDead)],
    [endsRow({ entity: 'supplementaryAddress' }, 'SLETDATO')],
    [notFarAhead('SLETDATO')],
  ],
  'contact-address': [[isSomebody('PNR', evenDead)], period],
  'contact-address-cessation': [
    [isSomebody('PNR', evenDead)],
    [endsRow({ entity: 'contactAddress' }, 'SLETDATO')],
    [notFarAhead('SLETDATO')],
  ],
  protection: [
    [isSomebody('PNR', ['01', '03', '05', '07', '20', '80'])],
    [isOneOf('BESKYTTYP', '00001', '00002', '00003', '00004', '00005'), protectionIsOpen],
    period,
  ],
  'protection-cessation': [
    [isSomebody('PNR', living)],
    [endsRow({ entity: 'protection', by: { protectionType: 'BESKYTTYP' } }, 'SLETDATO')],
    [notInFuture('SLETDATO')],
  ],
  'eu-election-address': [
    [isSomebody('PNR', abroadOrHere)],
    [isOneOf('VALGKODE', '0001', '0002'), isCountry('LANDEKOD'), isOfAge('PNR')],
    period,
  ],
  'eu-election-address-cessation': [
    [isSomebody('PNR', abroadOrHere)],
    [endsRow({ entity: 'election', by: { electionCode: 'VALGKODE' } }, 'SLETDATO')],
  ],
  'municipal-conditions': [
    [isSomebody('PNR', living)],
    [isOneOf('KOMFORHTYP', '1', '2', '3', '4'), isOwnRow(condition)],
    [notInFuture(), notBeforeBirth('PNR'), inOrder('HDTO', 'SLETDATO')],
  ],
  'municipal-notes': [
    [isSomebody('PNR', living)],
    [isOwnRow(note)],
    [notInFuture(), notBeforeBirth('PNR'), inOrder('HDTO', 'SLETDATO')],
  ],
}
