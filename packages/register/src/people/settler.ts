import { catalogue } from '@sagsgang/events'

import { addDays, addYears } from '../dates.ts'
import type { NewRow } from '../draft.ts'
import { roadsIn } from '../geography.ts'
import type { Road } from '../geography.ts'
import { sexOf } from '../personnummer.ts'
import type { Sex } from '../personnummer.ts'
import type { Random } from '../random.ts'
import { corrected } from './corrected.ts'
import { baptised, born, moved, named } from './life.ts'
import type { Home, Names } from './life.ts'
import { firstNames, lastNames, middleNames } from './names.ts'
import type { Scribe } from './scribe.ts'

/** What the makers of families work with. */
export interface Settler {
  readonly scribe: Scribe
  readonly random: Random
  /** The day on which the population is as described. */
  readonly today: string
  /** The municipality where the family lives now. */
  readonly municipality: string
}

export interface Grown {
  readonly sex: Sex
  readonly age: number
  readonly home: Home
  readonly last?: string
  readonly country?: string
  /** Lived at the home for at least so many years. */
  readonly yearsHere?: number
}

export const yearsAgo = (settler: Settler, years: number): string => addYears(settler.today, -years)

/** A day in the year before somebody turns `age` + 1. */
export const bornAged = ({ today, random }: Settler, age: number): string =>
  addDays(addYears(today, -age), -random.below(350) - 1)

export function newHome({ random, municipality }: Settler): Home {
  const [first, ...rest] = roadsIn(municipality)
  if (first === undefined) throw new Error(`no roads in municipality ${municipality}`)
  return homeOn(random, random.pick<Road>([first, ...rest]))
}

function homeOn(random: Random, road: Road): Home {
  const { municipalityCode, streetCode } = road
  const houseNumber = String(1 + random.below(road.lastHouseNumber)).padStart(3, '0')
  const floor = random.pick(['', '', 'st', '01', '02'])
  const home = { municipalityCode, streetCode, houseNumber }
  return floor === '' ? home : { ...home, floor, door: random.pick(['th', 'tv']) }
}

export const lastName = ({ random }: Settler): string => random.pick(lastNames)

export function namesFor({ random }: Settler, sex: Sex, last: string): Names {
  const middle = random.chance(0.4) ? { middle: random.pick(middleNames) } : {}
  return { first: random.pick(firstNames[sex]), ...middle, last }
}

/** An adult with a past: born somewhere, named, and living at the home for some years. */
export function grown(settler: Settler, wanted: Grown): string {
  const { scribe, random } = settler
  const birthDate = bornAged(settler, wanted.age)
  const pnr = scribe.freeNumber(birthDate, wanted.sex)
  const country = wanted.country === undefined ? {} : { country: wanted.country }
  born(scribe, { pnr, birthDate, home: newHome(settler), ...country })
  named(
    scribe,
    pnr,
    addDays(birthDate, 20),
    namesFor(settler, wanted.sex, wanted.last ?? lastName(settler)),
  )
  if (random.chance(0.7)) baptised(scribe, pnr, addDays(birthDate, 60))
  if (random.chance(0.5)) moved(scribe, pnr, addDays(birthDate, 4000), newHome(settler))
  const here = wanted.yearsHere ?? 0
  const since = Math.max(1, Math.min(wanted.age - 18 - here, 12))
  const years = here + random.below(since)
  const settled = addDays(addYears(settler.today, -years), -random.below(300) - 30)
  if (settled > addDays(birthDate, 6000)) moved(scribe, pnr, settled, wanted.home)
  corrected(scribe, pnr, addDays(settled, 10))
  return pnr
}

export interface Child {
  readonly mother: string
  readonly father?: string
  readonly age: number
  readonly last: string
  readonly home: Home
}

/** A child that lives with its mother; its parents' authority is given by the caller. */
export function child(settler: Settler, wanted: Child): string {
  const { scribe, random, today } = settler
  const birthDate = addDays(addYears(today, -wanted.age), -random.below(60) - 30)
  const pnr = scribe.freeNumber(birthDate, random.chance(0.5) ? 'M' : 'K')
  const { mother, home } = wanted
  const father = wanted.father === undefined ? {} : { father: wanted.father }
  born(scribe, { pnr, birthDate, mother, home, ...father })
  return pnr
}

export function giveName(settler: Settler, pnr: string, on: string, last: string): void {
  named(settler.scribe, pnr, on, namesFor(settler, sexOf(pnr), last))
}

/** A row of a kind that has no maker of its own. */
export function writeRow(settler: Settler, pnr: string, service: string, row: NewRow): void {
  const act = {
    on: row.start,
    service,
    code: catalogue.find((event) => event.service === service)?.eventCodes[0] ?? 'Z90',
    standsFor: row.entity,
    authority: settler.municipality,
  }
  settler.scribe.write(act, (draft) => void draft.replace(pnr, row))
}
