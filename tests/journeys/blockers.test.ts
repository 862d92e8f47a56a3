import { beforeAll, expect, test } from 'vitest'

import { blockedCouples } from '../samples/blockers/couples.ts'
import { blockedFamilies } from '../samples/blockers/families.ts'
import { blockedGrown } from '../samples/blockers/grown.ts'
import { blockedHomes } from '../samples/blockers/homes.ts'
import { blockedNumbers } from '../samples/blockers/numbers.ts'
import { blockedByPlanner } from '../samples/blockers/planner.ts'
import { isNumberOnly } from '../samples/who.ts'
import { report } from '../src/api.ts'
import { useProduct } from '../src/journey.ts'
import { eachAtOnce } from '../src/proof/at-once.ts'
import { createFind } from '../src/proof/cast.ts'
import { takeCensus } from '../src/proof/census.ts'
import { begin, playBlocked, type Barred, type Begun } from '../src/proof/play-blocked.ts'

/** Each blocker of the catalogue is raised by the later fact that it is about, and freed by taking that back. */

const journey = useProduct()
// Whoever is rare is looked for first.
const stories = [
  ...blockedNumbers,
  ...blockedGrown,
  ...blockedFamilies,
  ...blockedHomes,
  ...blockedCouples,
]
const everyStory = [...blockedByPlanner, ...stories]
const told = new Map<string, Barred | Error>()
const longest = 600_000

beforeAll(async () => {
  const { world } = journey
  // The cases of the demonstration wait for some of those whom the stories are about.
  await world.control.reset()
  const census = await takeCensus(world.control)
  const find = createFind(census)
  const { day } = census
  const begun: Begun[] = []
  const play = (some: readonly Begun[]) =>
    eachAtOnce(some, async (one) => {
      told.set(one.story.title, await outcomeOf(() => playBlocked(world, one, day)))
    })
  // In their order, and alike in every run: who comes first finds first.
  const casts = everyStory.flatMap((story) => {
    const people = sought(() => story.people(find))
    if (!(people instanceof Error)) return [{ story, people, day }]
    told.set(story.title, people)
    return []
  })
  await eachAtOnce(casts, async (one) => {
    const reported = await outcomeOf(() => begin(world, one))
    if (reported instanceof Error) told.set(one.story.title, reported)
    else begun.push(reported)
  })
  await play(begun.filter(({ story }) => story.years === 0))
  // Last of all: everybody grows older at once.
  await world.control.advance({ days: 366 * Math.max(...stories.map(({ years }) => years)) })
  await play(begun.filter(({ story }) => story.years > 0))
}, longest)

const failed = (error: unknown): Error => (error instanceof Error ? error : new Error('unknown'))

function sought<T>(look: () => T): T | Error {
  try {
    return look()
  } catch (error) {
    return failed(error)
  }
}

async function outcomeOf<T>(go: () => Promise<T>): Promise<T | Error> {
  try {
    return await go()
  } catch (error) {
    return failed(error)
  }
}

function barred(title: string): Barred {
  const found = told.get(title)
  if (found === undefined) throw new Error('nothing was played')
  if (found instanceof Error) throw found
  return found
}

test.each(everyStory)('$title says what is in the way and what frees it', (story) => {
  const { blocker, later } = barred(story.title)
  expect(blocker.severity).toBe(story.severity)
  for (const words of [blocker.text, blocker.freedBy]) {
    expect(words.da.length).toBeGreaterThan(10)
    expect(words.en.length).toBeGreaterThan(10)
  }
  expect(blocker.by.filter((caseId) => !later.includes(caseId))).toEqual([])
})

test.each(everyStory.filter(({ severity }) => severity === 'error'))(
  '$title leaves the case and the register as they were',
  ({ title }) => {
    const { blocker, ordered } = barred(title)
    expect(ordered.found.status).toBe(ordered.before)
    expect(ordered.found.blockers.map(({ da }) => da)).toContain(blocker.text.da)
    expect(ordered.written).toBe(0)
  },
)

test.each(everyStory.filter(({ isFreed }) => isFreed))(
  '$title is clear once the later fact is undone',
  ({ title }) => {
    expect(barred(title).left).toEqual([])
  },
)

test('what a number bore cannot be undone once it is annulled', async () => {
  const { as, control } = journey.world
  const census = await takeCensus(control)
  const { pnr: personnummer } = createFind(census)(isNumberOnly)
  const caseworker = as('caseworker')
  const occupation = {
    personnummer,
    occupation: 'Smed',
    startDate: census.day(0),
    authority: '0851',
  }
  const { caseId } = await caseworker.open('occupation', occupation)
  await report(caseworker, caseId)
  const office = as('cpr-office')
  const { rows } = await office.trpc.register.history.query({
    person: personnummer,
    dataType: 'personnummer',
    purpose: 'journey: the row of the number',
  })
  const annulment = await office.open('personnummer.undo-current', {
    personnummer,
    timestamp: rows[0]?.timestamp ?? '',
    reason: 'Nummeret er givet ved en fejl',
  })
  await report(office, annulment.caseId)
  const { blockers } = await as('senior').trpc.cases.planUndo.query({ caseId })
  expect(blockers.map(({ id }) => id)).toEqual(['dead-number'])
})

test('every blocker of the catalogue is raised and no other', async () => {
  const { trpc } = journey.world.as('senior')
  const events = await trpc.catalogue.events.query()
  const known = await Promise.all(
    events.map(async ({ event }) => {
      const { blockers } = await trpc.catalogue.event.query({ event })
      return blockers.map(({ id }) => `${event}.${id}`)
    }),
  )
  expect(stories.map(({ title }) => title).toSorted()).toEqual(known.flat().toSorted())
})
