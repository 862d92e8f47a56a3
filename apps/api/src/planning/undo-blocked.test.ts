import { addDays } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { deathData, marriageData } from '../testing/forms.ts'
import {
  actorNamed,
  arrive,
  childOf,
  completeDeath,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
  tell,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const today = () => world().deps.clock.today()

async function marry(...couple: readonly [string, string]): Promise<string> {
  const data = marriageData(couple, today(), { estateShown: true })
  const wedding = await openCase(world(), 'marriage-entry', data)
  await submitTo(world(), wedding, 'completed')
  return wedding
}

test('a death cannot be undone below a remarriage', async () => {
  const [deceased, survivor] = ['0709614231', '0709614096']
  const death = await openCase(world(), 'death', deathData(deceased, addDays(today(), -1)))
  await completeDeath(world(), death)
  const widowhood = await childOf(world(), death, 'widowhood@spouse-or-partner')
  const derived = await createPlanner(world().deps).planUndo(widowhood.id, actorNamed('senior'))
  expect(derived).toMatchObject({ steps: [], blockers: [{ severity: 'error' }] })
  await marry(survivor, '0707614293')
  const plan = await createPlanner(world().deps).planUndo(death, actorNamed('senior'))
  expect(plan.blockers).toMatchObject([{ severity: 'error' }])
  await tell(world(), death, { type: 'undo', reason: 'Forveksling' })
  await arrive(world(), death, 'completed')
  expect((await currentRow(world(), deceased, 'person'))['status']).toBe('90')
})

interface Family {
  readonly child: string
  readonly mother: string
  readonly father: string
}

/** Unmarried parents of a child at school. */
async function findFamily(): Promise<Family> {
  const people =
    await world().control<
      readonly { readonly pnr: string; readonly birthDate: string; readonly status: string }[]
    >('people?limit=400')
  for (const { pnr, birthDate, status } of people) {
    if (birthDate < '20150101' || status !== '01') continue
    const kin = await rowsOf(world(), pnr, 'kinship')
    const [mother, father] = ['mother', 'father'].map((relation) =>
      String(kin.find((row) => row['relation'] === relation)?.['personnummer'] ?? ''),
    )
    if (mother && father && (await areUnmarried([mother, father])))
      return { child: pnr, mother, father }
  }
  throw new Error('no such family')
}

async function areUnmarried(people: readonly string[]): Promise<boolean> {
  const rows = await Promise.all(people.map((pnr) => rowsOf(world(), pnr, 'civilStatus')))
  return rows.every((all) => all.find(({ current }) => current)?.['civilStatus'] === 'U')
}

test('what a person must decide on is kept', async () => {
  const { child, mother, father } = await findFamily()
  const wedding = await marry(mother, father)
  const { firstNames } = await currentRow(world(), child, 'name')
  await tell(world(), wedding, {
    type: 'openFollowOn',
    followOn: 'name-change@children-under-18',
    person: child,
    data: {
      firstNames: String(firstNames),
      lastName: 'Nyborg',
      ground: 'APPLICATION',
      feePaid: true,
      consentOfChild: true,
      documentation: 'Afgørelse 2',
    },
  })
  const { id } = await childOf(world(), wedding, 'name-change@children-under-18')
  await submitTo(world(), id, 'completed')
  const { steps } = await createPlanner(world().deps).planUndo(wedding, actorNamed('senior'))
  expect(steps.map(({ operation, policy }) => [operation, policy])).toEqual([
    ['name.undo-current', 'review'],
    ['civil-status.undo-current', 'undo'],
  ])
  expect(steps[0]?.after).toEqual(steps[0]?.before)
  await tell(world(), wedding, { type: 'undo', reason: 'Vielsen fandt ikke sted' })
  await arrive(world(), wedding, 'undone')
  expect((await currentRow(world(), child, 'name'))['lastName']).toBe('Nyborg')
})

test('what came later names its case, or whom to ask', async () => {
  const person = '0709614304'
  const changed = async (lastName: string, as: string, authority: string) => {
    const data = {
      personnummer: person,
      firstNames: 'Annelise',
      lastName,
      nameDate: today(),
      ground: 'APPLICATION',
      feePaid: true,
      documentation: 'Afgørelse 4',
      authority,
    }
    const caseId = await openCase(world(), 'name-change', data, as)
    await submitTo(world(), caseId, 'completed')
    return caseId
  }
  const first = await changed('Nyborg', 'parish', '7001')
  await world().advance({ days: 1 })
  const second = await changed('Vestby', 'parish', '7001')
  const planOf = (caseId: string) =>
    createPlanner(world().deps).planUndo(caseId, actorNamed('parish'))
  expect((await planOf(first)).blockers).toMatchObject([{ id: 'later-name', by: [second] }])

  // Of the registrar's case nobody else is told.
  await world().advance({ days: 1 })
  await changed('Sønderby', 'civil-registrar', '4001')
  const [blocker] = (await planOf(second)).blockers
  expect(blocker?.by).toEqual([])
  expect(blocker?.freedBy.da).toContain(
    'Det er indberettet af Aabenraa personregisterområde: bed dem om det',
  )
})
