import { entities } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { ageOn } from '../dates.ts'
import { breachesOf } from '../invariants.ts'
import { column, currentRows, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import { createStore } from '../store.ts'
import { createPopulation } from './population.ts'

const today = '20261123'
const account = { password: 'x', former: [], wrong: 0, locked: false }
const populate = (population: number, seed: number) =>
  createStore(createPopulation({ population, seed }, today, account), () => 0)

const livesIn = (person: Person, municipality: string): boolean =>
  column(person, 'address', 'municipalityCode') === municipality
const isEntity = (name: string): name is Entity => name in entities
const civil = (person: Person): string | null => column(person, 'civilStatus', 'civilStatus')
const age = (person: Person): number => ageOn(column(person, 'person', 'birthDate') ?? '', today)

describe.each([
  { population: 200, seed: 7 },
  { population: 2000, seed: 1 },
])('a population of $population', ({ population, seed }) => {
  const store = populate(population, seed)
  const everybody = [...store.all()]

  test('it has the people that were asked for', () => {
    expect(everybody).toHaveLength(population + 35)
  })

  test('every invariant holds for every single person', () => {
    expect(everybody.flatMap((person) => breachesOf(person, store))).toEqual([])
  })

  test.each(['0851', '0101'])('municipality %s has every kind of person', (municipality) => {
    const here = everybody.filter((person) => livesIn(person, municipality))
    for (const status of ['U', 'G', 'F', 'E', 'P', 'O', 'L'])
      expect(here.some((person) => civil(person) === status)).toBe(true)
    for (const sex of ['M', 'K'])
      expect(
        here.some(
          (person) =>
            civil(person) === 'U' &&
            age(person) >= 18 &&
            age(person) <= 60 &&
            column(person, 'person', 'sex') === sex &&
            currentRows(person, 'kinship').length === 0,
        ),
      ).toBe(true)
    const has = (is: (person: Person) => boolean) => expect(here.some(is)).toBe(true)
    has((person) => currentRows(person, 'name').length === 0 && age(person) === 0)
    has((person) => column(person, 'civilStatus', 'spouseName') !== null)
    has((person) => currentRows(person, 'separation').length === 1)
    has((person) => currentRows(person, 'guardian').length === 1)
    has((person) => column(person, 'citizenship', 'country') !== '5100')
    has((person) => currentRows(person, 'protection').length === 2)
    has((person) => statusOf(person) === '03')
    has((person) => currentRows(person, 'sharedResidence').length === 1)
    has((person) => currentRows(person, 'relocationOrder').length === 1)
    has((person) => currentRows(person, 'parentalAuthority').length === 1)
    has((person) => currentRows(person, 'parentalAuthority').length === 2)
    has((person) => person.rows.some(({ entity, mark }) => entity === 'name' && mark === 'A'))
  })

  test('every kind of row that keeps history has former ones', () => {
    const kinds = [
      'address',
      'migration',
      'disappearance',
      'name',
      'citizenship',
      'church',
    ] as const
    for (const entity of [...kinds, 'civilStatus', 'separation'] as const)
      expect(
        everybody.some((person) =>
          rowsOf(person, entity).some(({ end, mark }) => end !== null && mark === null),
        ),
      ).toBe(true)
  })

  test('a few in a hundred have corrected rows', () => {
    const corrected = everybody.filter(({ rows }) => rows.some(({ mark }) => mark === 'K'))
    const share = corrected.length / everybody.length
    expect(share).toBeGreaterThan(0.005)
    expect(share).toBeLessThan(0.06)
    for (const entity of ['name', 'address'] as const)
      expect(
        corrected.some((person) => rowsOf(person, entity).some(({ mark }) => mark === 'K')),
      ).toBe(true)
  })

  test('statuses without a home here exist too', () => {
    for (const status of ['20', '70', '80', '90', '30', '50', '60'])
      expect(everybody.some((person) => statusOf(person) === status)).toBe(true)
  })

  test('rows of every kind stand on somebody', () => {
    for (const entity of Object.keys(entities).filter(isEntity))
      expect({
        entity,
        some: everybody.some((person) => currentRows(person, entity).length > 0),
      }).toEqual({ entity, some: true })
  })

  test('some ends lie ahead and keep rows current', () => {
    const ahead = everybody.flatMap(({ rows }) => rows.filter(({ endsAhead }) => endsAhead))
    expect(new Set(ahead.map(({ entity }) => entity))).toEqual(
      new Set(['supplementaryAddress', 'contactAddress', 'note', 'protection']),
    )
    expect(ahead.every(({ end }) => end !== null && end > today)).toBe(true)
  })

  test('numbers without a home stand where nobody lives', () => {
    const given = everybody.filter((person) => statusOf(person) === '20')
    const places = given.map((person) => column(person, 'address', 'municipalityCode'))
    for (const place of places) expect([null, '0011', '0012', '0019']).toContain(place)
    expect(places).toContain(null)
    expect(places.some((place) => place !== null)).toBe(true)
  })
})

const image = (seed: number) => createPopulation({ population: 200, seed }, today, account)

test('one seed gives one population, another another', () => {
  expect(image(3)).toEqual(image(3))
  expect(image(3)).not.toEqual(image(4))
})

test('fifty unmarried adults live in Aalborg by default', { timeout: 60_000 }, () => {
  const unmarried = [...populate(2000, 1).all()].filter(
    (person) => livesIn(person, '0851') && civil(person) === 'U' && age(person) >= 18,
  )
  expect(unmarried.length).toBeGreaterThanOrEqual(50)
})
