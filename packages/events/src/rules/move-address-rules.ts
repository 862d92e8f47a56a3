import { addressKey, homeOf, isSpecialRoad } from '../addresses.ts'
import { isGiven, textOf } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { toFloor, toHouseNumber } from '../wire/wire-format.ts'
import { isAnyone, numbersIn } from './subjects.ts'

type Address = Readonly<Record<string, string>>

/** The address moved to, as the register writes it. */
function newAddress({ data }: Facts): Address {
  return {
    municipalityCode: textOf(data, 'municipalityCode').padStart(4, '0'),
    streetCode: textOf(data, 'streetCode').padStart(4, '0'),
    houseNumber: toHouseNumber(textOf(data, 'houseNumber')),
    floor: toFloor(textOf(data, 'floor')),
    door: textOf(data, 'door').trim(),
    buildingNumber: textOf(data, 'buildingNumber').trim(),
  }
}

/** Names the home moved to. */
export function homeMovedTo(facts: Facts): string {
  return addressKey(newAddress(facts))
}

export function movers(facts: Facts): readonly string[] {
  return [...numbersIn(facts, 'personnummer'), ...numbersIn(facts, 'familyMembers')]
}

export function hasRoad({ data }: Facts): boolean {
  return isGiven(data, 'streetCode') && !isSpecialRoad(textOf(data, 'streetCode').padStart(4, '0'))
}

export const road: RuleSpec<'municipalityCode' | 'streetCode' | 'houseNumber'> = {
  id: 'road',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['municipalityCode', 'streetCode', 'houseNumber'],
  message: say(
    'Adressen skal være en vej og et husnummer, der er i brug i kommunen; en særlig vejkode (9900-9999) har intet husnummer',
    'The address must be a road and a house number in use in the municipality; a special road code (9900-9999) has no house number',
  ),
  isRaised: (facts) => {
    const { municipalityCode = '', streetCode = '', houseNumber = '' } = newAddress(facts)
    if (authorityTypeOf(municipalityCode) !== '05') return true
    if (!hasRoad(facts)) return houseNumber !== ''
    const found = facts.view.roads[`${municipalityCode}-${streetCode}`]
    if (found === undefined) return false
    return (
      found === null || !isHouseOn(houseNumber, [found.firstHouseNumber, found.lastHouseNumber])
    )
  },
}

function digits(houseNumber: string): number {
  return Number(houseNumber.slice(0, 3))
}

/** A letter names one of several houses that share a number. */
function isHouseOn(houseNumber: string, [first, last]: readonly [string, string]): boolean {
  const isWritten = /^\d{3}[A-ZÆØÅ]?$/.test(houseNumber)
  return isWritten && digits(houseNumber) >= digits(first) && digits(houseNumber) <= digits(last)
}

export const sameAddress: RuleSpec<'municipalityCode' | 'streetCode' | 'houseNumber'> = {
  id: 'same',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['municipalityCode', 'streetCode', 'houseNumber'],
  message: say(
    'Den nye adresse er den, der allerede er registreret: bekræft, at den skal registreres igen',
    'The new address is the one already registered: confirm that it is to be registered again',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => homeOf(subject) === homeMovedTo(facts)),
}

/** Those registered at the new address who are not of those who move. */
export function othersThere(facts: Facts): readonly string[] {
  const there = facts.view.households[homeMovedTo(facts)] ?? []
  return there.filter((pnr) => !movers(facts).includes(pnr))
}

export const hostConfirms: RuleSpec<'host'> = {
  id: 'host-confirms',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['host'],
  message: say(
    'Andre er registreret på adressen; kommunen kan bede logiværten bekræfte før registrering',
    'Others are registered at the address; the municipality may ask the host to confirm before the registration',
  ),
  isRaised: (facts) => othersThere(facts).length > 0,
}

/** No register tells what a home is meant for: from this many on somebody must look. */
const crowd = 10

export const overcrowding: RuleSpec<never> = {
  id: 'overcrowding',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: [],
  declaration: true,
  message: say(
    'Der vil bo mere end 10 på adressen: bekræft, at boligen er beregnet til det',
    'More than 10 will live at the address: confirm that the home is meant for it',
  ),
  isRaised: (facts) => hasRoad(facts) && othersThere(facts).length + movers(facts).length > crowd,
}
