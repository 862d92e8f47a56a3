import { statusOf } from './rows.ts'
import type { People, Person } from './rows.ts'

/** What is wrong with one person, in words: nothing where all is well. */
export type Check = (person: Person, people: People) => readonly string[]

/** A number that is not valid any more says nothing about anybody. */
export const isClosed = (person: Person): boolean => ['30', '50', '60'].includes(statusOf(person))
