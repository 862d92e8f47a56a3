import { beforeAll, describe, expect, test } from 'vitest'

import { families } from '../samples/families.ts'
import { neverPassed, neverRaised } from '../samples/unreached.ts'
import { useProduct } from '../src/journey.ts'
import { readCatalogue } from '../src/proof/catalogue.ts'
import { failuresIn, failuresOf } from '../src/proof/failures.ts'
import type { Outcome } from '../src/proof/outcome.ts'
import { playFamily, silent } from '../src/proof/play-family.ts'
import { journeyOf } from '../src/proof/play-part.ts'
import { reachedBy, writeReport } from '../src/proof/reached.ts'
import { openTheatre } from '../src/proof/theatre.ts'

/**
 * Every event from outside: people and data are in `samples/`, a journey each is made of the event itself and of every
 * rule that can fail.
 */

const journey = useProduct()
const outcomes: Outcome[] = []
const longest = 600_000

describe.each(families)('$name', (family) => {
  beforeAll(async () => {
    const { product, control, as } = journey.world
    const theatre = await openTheatre({ register: product.register, control, as })
    outcomes.push(...(await playFamily(theatre, family, (rule) => rule in neverRaised)))
  }, longest)

  describe.each(family.samples)('$title', ({ title, trials }) => {
    test('is reported, confirmed and kept by the register', () => {
      expect(failuresOf(outcomes, title, (played) => played === 'sound')).toEqual([])
    })

    test('is taken back without a trace', () => {
      expect(failuresOf(outcomes, title, (played) => played === 'undone')).toEqual([])
    })

    test.each(trials)('is held back by its rule $rule ($when)', (trial) => {
      const name = journeyOf(trial)
      expect(failuresOf(outcomes, title, (played) => played === name)).toEqual([])
    })
  })

  test.each([...new Set(family.samples.map(({ event }) => event))])(
    'what may go wrong with any event is found in %s',
    (event) => {
      const slips = outcomes.filter(
        (one) => one.event === event && one.journey.startsWith('slip: '),
      )
      expect(slips.length).toBeGreaterThan(3)
      expect(failuresIn(slips)).toEqual([])
    },
  )

  test('nothing that is held back is written', () => {
    const silences = outcomes.filter((one) => one.title === family.name && one.journey === silent)
    expect(silences.map(({ failure }) => failure)).toEqual([null, null])
  })
})

const reached = async () => {
  const { events } = await readCatalogue(journey.world.as)
  return events.map((event) => reachedBy(outcomes, event))
}

describe('the whole catalogue', () => {
  test('every event is played by a sample', async () => {
    const bare = (await reached()).filter(({ samples }) => samples === 0)
    expect(bare.map(({ event }) => event)).toEqual([])
  })

  test('every rule is raised or named with a reason', async () => {
    const missing = (await reached()).flatMap((one) => one.neverRaised)
    expect(missing.toSorted()).toEqual(Object.keys(neverRaised).toSorted())
  })

  test('every rule is passed or named with a reason', async () => {
    const missing = (await reached()).flatMap((one) => one.neverPassed)
    expect(missing.toSorted()).toEqual(Object.keys(neverPassed).toSorted())
  })

  test('what is reached is written down as a table', async () => {
    process.stdout.write(`${writeReport(await reached())}\n`)
  })
})
