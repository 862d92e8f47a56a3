import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { getDefinition } from '@sagsgang/events'
import { advance, open } from '@sagsgang/machines'
import type { BareRegister } from '@sagsgang/register'
import { beforeAll, describe, expect, test } from 'vitest'

import { neverAccepted, strays, tableOf } from './aftermath.ts'
import { blow, calm } from './storm.ts'
import { createTableHouse } from './table-house.ts'
import type { TableHouse } from './table-house.ts'
import type { Card } from './table.ts'

const storm = { cases: 8_500, seed: 20_261_123, atOnce: 25 }
const fewest = 10_000
const population = 20_000

/** What broke, by the event whose save broke it. */
const breaches: string[] = []

/** Everybody a save may have touched is looked at at once: a later save must not hide whose fault it was. */
function inspect({ stored, submissions }: Card, register: BareRegister): void {
  const { persons, accepted } = stored.snapshot.context
  const touched = [
    ...persons.map(({ pnr }) => pnr),
    ...submissions.flatMap(({ expected }) => expected.flatMap(({ pnr }) => pnr ?? [])),
    ...accepted.outputs.flatMap(({ PNR }) => PNR ?? []),
  ]
  for (const { says } of register.breaches([...new Set(touched)]))
    breaches.push(`${stored.event}: ${says}`)
}

let house: TableHouse
beforeAll(async () => {
  house = createTableHouse({ population, seed: storm.seed, silence: 4, onSaved: inspect })
  await blow(house, storm)
  await calm(house, storm.seed)
  const results = join(import.meta.dirname, '../../test-results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'storm.md'), `${tableOf(await house.cases())}\n`)
}, 600_000)

describe('ten thousand random cases over all events', () => {
  test('there were as many, and every event was accepted', async () => {
    expect(house.cards.size).toBeGreaterThan(fewest)
    expect(neverAccepted(await house.cases())).toEqual([])
  })

  test('every chain of everybody is whole', () => {
    expect([...new Set(breaches)]).toEqual([])
    expect(house.register.breaches().map(({ says }) => says)).toEqual([])
  })

  test('every case is over or waits for somebody named', async () => {
    expect([...new Set(strays(await house.cases()))]).toEqual([])
  })

  test('every case is where its messages lead', () => {
    for (const { stored, input, heard } of house.cards.values()) {
      const definition = getDefinition(stored.event)
      let { snapshot } = open(definition, input)
      for (const message of heard) snapshot = advance(definition, snapshot, message).snapshot
      expect(snapshot).toEqual(stored.snapshot)
    }
  }, 120_000)
})
