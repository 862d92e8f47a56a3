import { currentRow } from '../rows.ts'
import type { People } from '../rows.ts'
import { kinOf, peopleOf } from './parties.ts'
import type { Report } from './parties.ts'

const homeOf = (people: People, pnr: string): string | null => {
  const person = people.find(pnr)
  const address = person && currentRow(person, 'address')
  if (address === undefined) return null
  return ['municipalityCode', 'streetCode', 'houseNumber', 'floor', 'door', 'buildingNumber']
    .map((name) => address.columns[name] ?? '')
    .join('-')
}

/** Both parents are registered at one address once the report is carried out. */
export function areParentsTogether(report: Report, party: string): boolean {
  return peopleOf(report, party).some((pnr) => {
    const parents = ['mother', 'father'].flatMap((relation) => kinOf(report.before, pnr, relation))
    const homes = parents.map((parent) => homeOf(report.after, parent))
    return homes.length === 2 && homes[0] !== null && homes[0] === homes[1]
  })
}
