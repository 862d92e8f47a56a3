import type { EventEffect } from '../effects.ts'
import { say } from '../text.ts'
import { newAddress } from './address-fields.ts'
import { linesOf } from './lines-of.ts'

/** What coming to live here writes on somebody who has a number or has just been given one. */

export const addressHere: EventEffect = {
  party: 'person',
  entity: 'address',
  operation: 'appendRow',
  set: newAddress,
  text: say('ny adresse fra indrejsedatoen', 'new address from the entry date'),
}

export const residentHere: EventEffect = {
  party: 'person',
  entity: 'person',
  operation: 'setStatus',
  set: { status: { derive: 'residenceStatus', of: 'person' } },
  text: say(
    'personstatus 01, eller 03, 05 eller 07 efter kommune og vejkode',
    '01, or 03/05/07 by municipality and road code',
  ),
}

/** Complete the day it is written: an open row is somebody who has left. */
export const entryRow: EventEffect = {
  party: 'person',
  entity: 'migration',
  operation: 'appendRow',
  set: { entryCountry: { field: 'entryCountry' }, ...linesOf('lastForeignAddress') },
  until: { field: 'entryDate' },
  text: say(
    'indrejseland og -dato og seneste adresse i udlandet',
    'entry country and date, last foreign address',
  ),
}

export const contactAddressEnds: EventEffect = {
  party: 'person',
  entity: 'contactAddress',
  operation: 'endRow',
  when: { party: 'person', has: 'contactAddress' },
  text: say('kontaktadressen ophører', 'the contact address ends'),
}

/** Children are read, for what their move in gives occasion to. */
export const familyStands: EventEffect = {
  party: 'person',
  entity: 'kinship',
  operation: 'keep',
  text: say('familien står, som den er registreret', 'the family stands as it is registered'),
}
