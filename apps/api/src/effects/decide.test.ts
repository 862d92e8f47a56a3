import { expect, test } from 'vitest'

import { applied, arrive, currentRow, openCase, submitTo, tell } from '../testing/story.ts'
import type { World } from '../testing/world.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const today = () => world().deps.clock.today()

/** The surname and so many letters of the first name. */
async function shortened(personnummer: string, letters: number): Promise<string> {
  const { firstNames, lastName } = await currentRow(world(), personnummer, 'name')
  return `${lastName},${String(firstNames).slice(0, letters)}`
}

/** Another municipality reports while our own save is in doubt. */
async function reportedByOthers({ deps }: World, pnr: string, name: string): Promise<void> {
  const caller = {
    actor: { user: 'other', role: 'caseworker', authority: '0101' },
    purpose: 'Behandling i en anden kommune',
    caseId: null,
    effectId: null,
  }
  const update = {
    service: 'ADRNVN-I',
    keys: { PNR: pnr },
    authority: '0101',
    data: { HDTO: today(), ADRNVN: name, MYNKOD: '0101' },
  }
  const begun = await deps.port.initiate(caller, update)
  if (begun.type !== 'accepted') throw new Error(`the other got ${begun.type}`)
  const { answer } = await deps.port.save(deps.port.prepareSave(begun.dialogue, update))
  if (answer.type !== 'accepted') throw new Error(`the other got ${answer.type}`)
}

async function inDoubt(personnummer: string, addressingName: string): Promise<string> {
  const data = { personnummer, startDate: today(), addressingName, authority: '0851' }
  const caseId = await openCase(world(), 'addressing-name', data)
  await world().put('faults', { loseRequest: 1 })
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  return caseId
}

const decide = (caseId: string, outcome: 'applied' | 'notApplied') =>
  tell(world(), caseId, { type: 'decide', outcome, reason: 'Ringet til registret' })

const isDeciding = async (caseId: string) => {
  await world().advance({ seconds: 901 })
  const { snapshot } = await arrive(world(), caseId, 'inDoubt')
  return JSON.stringify(snapshot.value).includes('deciding')
}

test('a change by others is for a person to judge', async () => {
  const pnr = '1306814180'
  const caseId = await inDoubt(pnr, await shortened(pnr, 1))
  await reportedByOthers(world(), pnr, await shortened(pnr, 2))
  await expect.poll(() => isDeciding(caseId)).toBe(true)
  await decide(caseId, 'notApplied')
  await arrive(world(), caseId, 'completed')
  const row = await currentRow(world(), pnr, 'addressingName')
  expect(row['addressingName']).toBe(await shortened(pnr, 1))
  expect(await applied(world())).toHaveLength(2)
})

test('the same change by others may be taken for ours', async () => {
  const pnr = '0709614304'
  const name = await shortened(pnr, 1)
  const count = (await applied(world())).length
  const caseId = await inDoubt(pnr, name)
  await reportedByOthers(world(), pnr, name)
  await expect.poll(() => isDeciding(caseId)).toBe(true)
  await decide(caseId, 'applied')
  const { snapshot } = await arrive(world(), caseId, 'completed')
  expect(snapshot.context.differences).toEqual([])
  expect(await applied(world())).toHaveLength(count + 1)
})

test('who waited for a decision sees what was decided', async () => {
  const pnr = '0709614126'
  const name = await shortened(pnr, 1)
  const first = await inDoubt(pnr, name)
  await reportedByOthers(world(), pnr, name)
  await expect.poll(() => isDeciding(first)).toBe(true)
  const second = await openCase(world(), 'addressing-name', {
    personnummer: pnr,
    startDate: today(),
    addressingName: await shortened(pnr, 2),
    authority: '0851',
  })
  await submitTo(world(), second, 'waiting')
  const looked = () =>
    world()
      .deps.db.selectFrom('case_views')
      .select('looked_up_at')
      .where('case_id', '=', second)
      .executeTakeFirstOrThrow()
  const before = await looked()
  await decide(first, 'applied')
  await arrive(world(), second, 'completed')
  const after = await looked()
  expect(new Date(after.looked_up_at).getTime()).toBeGreaterThan(
    new Date(before.looked_up_at).getTime(),
  )
})
