import { endsNext } from './ends-next.ts'
import { column, currentRow } from './rows.ts'
import type { Person } from './rows.ts'

/** People by one word about each, so that a search need not ask everybody. */
function createIndex(wordOf: (person: Person) => string | null) {
  const people = new Map<string, Set<string>>()
  const words = new Map<string, string>()
  const put = (person: Person): void => {
    const { pnr } = person
    people.get(words.get(pnr) ?? '')?.delete(pnr)
    const word = wordOf(person) ?? ''
    words.set(pnr, word)
    const known = people.get(word)
    if (known) known.add(pnr)
    else people.set(word, new Set([pnr]))
  }
  return { put, of: (word: string): Iterable<string> => people.get(word) ?? [] }
}

function roadOf(person: Person): string {
  const home = currentRow(person, 'address')?.columns
  return `${home?.['municipalityCode'] ?? ''}${home?.['streetCode'] ?? ''}`
}

/** Everybody, and whose rows end next by themselves. */
export function createPeopleMemory(everybody: readonly Person[]) {
  const people = new Map<string, Person>()
  const ends = new Map<string, string>()
  const births = createIndex((person) => column(person, 'person', 'birthDate'))
  const homes = createIndex(roadOf)
  const put = (person: Person): void => {
    people.set(person.pnr, person)
    births.put(person)
    homes.put(person)
    const day = endsNext(person)
    if (day === null) ends.delete(person.pnr)
    else ends.set(person.pnr, day)
  }
  everybody.forEach(put)
  const named = (pnrs: Iterable<string>): readonly Person[] =>
    [...pnrs].flatMap((pnr) => people.get(pnr) ?? [])
  return {
    put,
    bornOn: (birthDate: string) => named(births.of(birthDate)),
    livingOn: (municipality: string, street: string) => named(homes.of(municipality + street)),
    find: (pnr: string) => people.get(pnr),
    all: () => people.values(),
    endingBy: (day: string) =>
      [...ends].flatMap(([pnr, end]) => (end <= day ? (people.get(pnr) ?? []) : [])),
  }
}
