import { addressKey, addressParts, isSpecialRoad } from './addresses.ts'
import { textOf } from './case-data.ts'
import type { CaseData } from './case-data.ts'
import { isPartialDate, isRealDate } from './dates.ts'
import type { EventDefinition } from './define-event.ts'
import { concernedParties, partiesOf } from './parties.ts'
import { searchKey } from './register-view.ts'
import type { PersonSearch, Reads, RegisterView } from './register-view.ts'
import { canonicalText } from './to-request.ts'

/** What must still be looked up. Relatives are found by those who are looked up first: ask until nothing is missing. */
export function readsFor(definition: EventDefinition, data: CaseData, view: RegisterView): Reads {
  const parties = partiesOf(definition, { data, view })
  const people = [...concernedParties(definition), ...definition.reads]
    .flatMap((party) => parties[party] ?? [])
    .filter((pnr) => !(pnr in view.people))
  const address = addressIn(definition, data)
  return {
    people: [...new Set(people)],
    roads: [roadKey(address)].filter((key) => key !== null && !(key in view.roads)).map(String),
    households: [homeKey(address)]
      .filter((key) => key !== null && !(key in view.households))
      .map(String),
    searches: searchesFor(definition, data).filter(
      (search) => !(searchKey(search) in view.matches),
    ),
  }
}

/** A day that cannot be, or no sex, finds nobody: the form says so. */
function searchesFor({ searches }: EventDefinition, data: CaseData): readonly PersonSearch[] {
  const wanted = (searches?.(data) ?? []).filter(
    ({ birthDate, sex }) =>
      (isRealDate(birthDate) || isPartialDate(birthDate)) && ['M', 'K'].includes(sex),
  )
  return [...Map.groupBy(wanted, searchKey).values()].flatMap(([search]) => search ?? [])
}

type Address = Readonly<Record<string, string>>

const addressFields: readonly string[] = addressParts

/** The address that the form holds, as the register writes it; empty where the event has none. */
function addressIn(definition: EventDefinition, data: CaseData): Address {
  const fields = definition.fields.filter(({ name }) => addressFields.includes(name))
  return Object.fromEntries(
    fields.map((field) => [field.name, canonicalText(field, textOf(data, field.name))]),
  )
}

/** Null for an address without a road. */
function roadKey(address: Address): string | null {
  const { municipalityCode = '', streetCode = '' } = address
  const isRoad = /^\d{4}$/.test(municipalityCode) && /^\d{4}$/.test(streetCode)
  return isRoad && !isSpecialRoad(streetCode) ? `${municipalityCode}-${streetCode}` : null
}

/** Null for an address where nobody can be sought. */
function homeKey(address: Address): string | null {
  const isHome = roadKey(address) !== null && (address['houseNumber'] ?? '') !== ''
  return isHome ? addressKey(address) : null
}
