import { addDays } from '../dates.ts'
import { column, currentRow } from '../rows.ts'
import { died, married, marriedToStranger, parted, partnered, separated } from './couples.ts'
import type { Couple } from './couples.ts'
import { givenHolders, moved, named } from './life.ts'
import type { Home } from './life.ts'
import { child, grown, lastName, giveName, newHome, writeRow, yearsAgo } from './settler.ts'
import type { Settler } from './settler.ts'

/** A way to make a household; the answer is how many people it has. */
export type Family = (settler: Settler) => number

export const singleWoman: Family = (settler) => {
  grown(settler, { sex: 'K', age: 18 + settler.random.below(42), home: newHome(settler) })
  return 1
}

export const singleMan: Family = (settler) => {
  grown(settler, { sex: 'M', age: 18 + settler.random.below(42), home: newHome(settler) })
  return 1
}

interface Pair {
  readonly couple: Couple
  readonly home: Home
  readonly last: string
}

function pair(settler: Settler, age: number, yearsHere = 0): Pair {
  const [home, last] = [newHome(settler), lastName(settler)]
  const woman = grown(settler, { sex: 'K', age, home, yearsHere })
  const man = grown(settler, { sex: 'M', age: age + 2, home, last, yearsHere })
  return { couple: [woman, man], home, last }
}

interface Kids {
  readonly ages: readonly number[]
  /** Who holds parental authority from birth on. */
  readonly authority: 'both' | 'mother'
}

function children(settler: Settler, { couple, home, last }: Pair, kids: Kids): readonly string[] {
  const [mother, father] = couple
  return kids.ages.map((age) => {
    const pnr = child(settler, { mother, father, age, home, last })
    const on = birthOf(settler, pnr)
    const both = kids.authority === 'both' ? { '00004': father } : {}
    givenHolders(settler.scribe, pnr, on, { '00003': mother, ...both })
    giveName(settler, pnr, addDays(on, 20), last)
    return pnr
  })
}

const birthOf = ({ scribe, today }: Settler, pnr: string): string => {
  const person = scribe.find(pnr)
  return (person && column(person, 'person', 'birthDate')) ?? today
}

export const marriedWithout: Family = (settler) => {
  const { couple } = pair(settler, 26 + settler.random.below(40))
  married(settler.scribe, couple, yearsAgo(settler, 1 + settler.random.below(6)))
  return 2
}

/** A new surname; the first names stay. */
function takeName({ scribe }: Settler, pnr: string, on: string, last: string): void {
  const person = scribe.find(pnr)
  const first = (person && column(person, 'name', 'firstNames')) ?? ''
  named(scribe, pnr, on, { first, last })
}

export const marriedWithChildren: Family = (settler) => {
  const family = pair(settler, 30 + settler.random.below(10))
  const youngest = 1 + settler.random.below(3)
  married(settler.scribe, family.couple, yearsAgo(settler, 8))
  // She took a common name at the wedding.
  takeName(settler, family.couple[0], yearsAgo(settler, 8), family.last)
  children(settler, family, { ages: [youngest + 3, youngest], authority: 'both' })
  return 4
}

/** The child of this couple is weeks old and nobody has named it yet. */
export const marriedWithNewborn: Family = (settler) => {
  const { couple, home, last } = pair(settler, 24 + settler.random.below(14))
  const [mother, father] = couple
  married(settler.scribe, couple, yearsAgo(settler, 2))
  const pnr = child(settler, { mother, father, age: 0, home, last })
  const holders = { '00003': mother, '00004': father }
  givenHolders(settler.scribe, pnr, birthOf(settler, pnr), holders)
  return 3
}

export const unmarriedJoint: Family = (settler) => {
  const family = pair(settler, 23 + settler.random.below(15))
  children(settler, family, { ages: [1 + settler.random.below(4)], authority: 'both' })
  return 3
}

export const unmarriedSole: Family = (settler) => {
  const family = pair(settler, 23 + settler.random.below(15))
  children(settler, family, { ages: [1 + settler.random.below(4)], authority: 'mother' })
  return 3
}

export const divorced: Family = (settler) => {
  const family = pair(settler, 34 + settler.random.below(12))
  married(settler.scribe, family.couple, yearsAgo(settler, 12))
  const ages = [5 + settler.random.below(9)]
  const kids = children(settler, family, { ages, authority: 'both' })
  const on = yearsAgo(settler, 3)
  parted(settler.scribe, family.couple, on, 'F')
  moved(settler.scribe, family.couple[1], addDays(settler.today, -20), newHome(settler))
  for (const pnr of kids) shareHomes(settler, pnr, family.couple[1])
  return 3
}

/** The child lives with one parent and has a second home with the other. */
function shareHomes(settler: Settler, pnr: string, otherParentPersonnummer: string): void {
  const person = settler.scribe.find(otherParentPersonnummer)
  const { careOf: _, ...home } = (person && currentRow(person, 'address')?.columns) ?? {}
  const columns = { otherParentPersonnummer, agreementKind: 'PLAIN', ...home }
  const start = addDays(settler.today, -18)
  writeRow(settler, pnr, 'DELTBO-I', { entity: 'sharedResidence', columns, start })
}

export const separatedCouple: Family = (settler) => {
  const { couple } = pair(settler, 33 + settler.random.below(20))
  married(settler.scribe, couple, yearsAgo(settler, 10))
  separated(settler.scribe, couple, addDays(settler.today, -60 - settler.random.below(60)))
  return 2
}

/** Registered partnerships were entered into until June 2012. */
const partners = (settler: Settler): Couple => {
  const { random } = settler
  const [home, sex] = [newHome(settler), random.chance(0.5) ? 'K' : 'M'] as const
  const yearsHere = 5
  const one = grown(settler, { sex, age: 45 + random.below(20), home, yearsHere })
  const other = grown(settler, { sex, age: 45 + random.below(20), home, yearsHere })
  const couple: Couple = [one, other]
  partnered(settler.scribe, couple, `20110${1 + random.below(9)}15`)
  return couple
}

export const partnership: Family = (settler) => {
  partners(settler)
  return 2
}

export const endedPartnership: Family = (settler) => {
  parted(settler.scribe, partners(settler), yearsAgo(settler, 4), 'O')
  return 2
}

export const survivingPartner: Family = (settler) => {
  died(settler.scribe, partners(settler)[0], yearsAgo(settler, 2))
  return 2
}

export const marriedAbroad: Family = (settler) => {
  const pnr = grown(settler, {
    sex: 'M',
    age: 35 + settler.random.below(20),
    home: newHome(settler),
  })
  marriedToStranger(settler.scribe, pnr, yearsAgo(settler, 5), 'Moreau,Claire')
  return 1
}

export const widowed: Family = (settler) => {
  const { couple } = pair(settler, 60 + settler.random.below(20), 7)
  married(settler.scribe, couple, yearsAgo(settler, 30))
  died(settler.scribe, couple[1], yearsAgo(settler, 1 + settler.random.below(6)))
  return 2
}

export const loneMother: Family = (settler) => {
  const { random, scribe } = settler
  const [home, last] = [newHome(settler), lastName(settler)]
  const mother = grown(settler, { sex: 'K', age: 24 + random.below(14), home, last })
  const pnr = child(settler, { mother, age: random.below(3) + 1, home, last })
  const on = birthOf(settler, pnr)
  givenHolders(scribe, pnr, on, { '00003': mother })
  giveName(settler, pnr, addDays(on, 20), last)
  return 2
}
