import { beforeAll, describe, expect, test } from 'vitest'

import { neverCarriedOut, neverPassed, neverRaised } from '../samples/unreached-maintenance.ts'
import { upkeeps } from '../samples/upkeep.ts'
import { useProduct } from '../src/journey.ts'
import { readCatalogue } from '../src/proof/catalogue.ts'
import { failuresIn, failuresOf } from '../src/proof/failures.ts'
import type { Outcome } from '../src/proof/outcome.ts'
import { playFamily, silent } from '../src/proof/play-family.ts'
import { journeyOf } from '../src/proof/play-part.ts'
import { reachedBy, writeReport } from '../src/proof/reached.ts'
import { openTheatre } from '../src/proof/theatre.ts'

/**
 * Every operation of maintenance from outside: who and what in `samples/maintenance/`. All that changes on anybody is told
 * in advance, and what is carried out is taken back by its own plan, or the plan says why it cannot be.
 */

const journey = useProduct()
const outcomes: Outcome[] = []
const longest = 600_000
const samples = upkeeps.flatMap((family) => family.samples)

const all = 'maintenance'

beforeAll(async () => {
  const { product, control, as } = journey.world
  const place = { register: product.register, control, as, kind: 'maintenance' } as const
  const family = { name: all, samples }
  outcomes.push(
    ...(await playFamily(await openTheatre(place), family, (rule) => rule in neverRaised)),
  )
}, longest)

describe.each(upkeeps)('$name', (family) => {
  describe.each(family.samples)('$title', ({ title, trials, stays }) => {
    test('changes what was told and nothing else', () => {
      expect(failuresOf(outcomes, title, (played) => played === 'sound')).toEqual([])
    })

    test(stays === null ? 'is taken back by its plan' : `is blocked by ${stays} once done`, () => {
      expect(failuresOf(outcomes, title, (played) => played === 'undone')).toEqual([])
    })

    test.each(trials)('is held back by its rule $rule ($when)', (trial) => {
      const name = journeyOf(trial)
      expect(failuresOf(outcomes, title, (played) => played === name)).toEqual([])
    })
  })

  test.each([...new Set(family.samples.map(({ event }) => event))])(
    'what may go wrong with any case is found in %s',
    (event) => {
      const slips = outcomes.filter(
        (one) => one.event === event && one.journey.startsWith('slip: '),
      )
      expect(slips.length).toBeGreaterThan(3)
      expect(failuresIn(slips)).toEqual([])
    },
  )
})

const reached = async () => {
  const { events } = await readCatalogue(journey.world.as, 'maintenance')
  const carriedOut = events.filter(({ event }) => !(event in neverCarriedOut))
  return carriedOut.map((event) => reachedBy(outcomes, event))
}

test('nothing that is held back is written', () => {
  const silences = outcomes.filter((one) => one.title === all && one.journey === silent)
  expect(silences.map(({ failure }) => failure)).toEqual([null, null])
})

test('every operation has a sample and no other', async () => {
  const { events } = await readCatalogue(journey.world.as, 'maintenance')
  const played = [...new Set(samples.map(({ event }) => event)), ...Object.keys(neverCarriedOut)]
  expect(played.toSorted()).toEqual(events.map(({ event }) => event).toSorted())
  expect(played).toHaveLength(67)
})

test('a number that was given up is no former row', async () => {
  const { as, control } = journey.world
  const [closed] = await control.people('status=60&limit=1')
  const personnummer = closed?.pnr ?? ''
  const api = as('cpr-office')
  const { rows } = await api.trpc.register.history.query({
    person: personnummer,
    dataType: 'personnummer',
    purpose: 'journey: the row of a number that was changed',
  })
  const operations = rows.flatMap((row) => row.operations.map(({ id }) => id))
  expect(operations).not.toContain('personnummer.undo-former')
  const { caseId } = await api.open('personnummer.undo-former', {
    personnummer,
    timestamp: rows[0]?.timestamp ?? '',
    reason: 'Nummeret var rigtigt',
  })
  await api.command(caseId, { type: 'submit' })
  const found = await api.until(caseId, ({ status }) => status === 'draft')
  expect(found.findings.map(({ rule }) => rule)).toContain('personnummer.undo-former.former')
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
  process.stdout.write(`${writeReport(await reached(), 'maintenance-reached.md')}\n`)
})
