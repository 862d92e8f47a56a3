import { endsNext } from './ends-next.ts'
import type { Person } from './rows.ts'

/** Everybody, and whose rows end next by themselves. */
export function createPeopleMemory(everybody: readonly Person[]) {
  const people = new Map<string, Person>()
  const ends = new Map<string, string>()
  const put = (person: Person): void => {
    people.set(person.pnr, person)
    const day = endsNext(person)
    if (day === null) ends.delete(person.pnr)
    else ends.set(person.pnr, day)
  }
  everybody.forEach(put)
  return {
    put,
    find: (pnr: string) => people.get(pnr),
    all: () => people.values(),
    endingBy: (day: string) =>
      [...ends].flatMap(([pnr, end]) => (end <= day ? (people.get(pnr) ?? []) : [])),
  }
}
