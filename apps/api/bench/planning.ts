import type { CaseData } from '@sagsgang/events'
import { sql } from 'kysely'

import { createPlanner } from '../src/planning/planner.ts'
import { waitFor } from '../src/procedures/wait-for.ts'
import type { RegisterPort } from '../src/register-client/register-port.ts'
import { birthData } from '../src/testing/forms.ts'
import { actorNamed, openCase, submitTo, tell } from '../src/testing/story.ts'
import { createWorld } from '../src/testing/world.ts'
import type { World } from '../src/testing/world.ts'
import { type Figure, percentile } from './figures.ts'

const PLANS = 300
const WARM_UP = 30
const FOLLOW_ONS = 10
const mother = '1306814172'
const parish = 'parish'

/**
 * Milliseconds that the plan of an undo takes where the case has ten follow-ons, beside the lookups in the register that it
 * rests on, asked again by themselves.
 */
export async function measurePlanning(): Promise<Figure[]> {
  const world = await createWorld()
  const caseId = await renamedFamily(world)
  const { deps } = world
  const asked: Orders[] = []
  const port = listening(deps.port, asked)
  const plan = () => createPlanner({ ...deps, port }).planUndo(caseId, actorNamed(parish))
  const { steps, blockers } = await plan()
  if (steps.length !== FOLLOW_ONS + 1 || blockers.length > 0) throw new Error('not the plan meant')
  const rounds = asked.splice(0)
  const bare = async () => {
    for (const [caller, orders] of rounds) await deps.port.lookUpAll(caller, orders)
  }
  const [planned = [], alone = []] = await takeTurns(plan, bare)
  await world.close()
  const lookups = rounds.reduce((sum, [, orders]) => sum + orders.length, 0)
  const ratioAt = (share: number) => percentile(planned, share) / percentile(alone, share)
  return [0.5, 0.99].flatMap((share) => [
    {
      name: `${lookups} lookups alone, p${share * 100}`,
      value: percentile(alone, share),
      unit: 'ms',
    },
    {
      name: `plan with ${FOLLOW_ONS} follow-ons, p${share * 100}`,
      value: percentile(planned, share),
      unit: 'ms',
      ratio: ratioAt(share),
    },
  ])
}

type Orders = Parameters<RegisterPort['lookUpAll']>

function listening(port: RegisterPort, asked: Orders[]): RegisterPort {
  return {
    ...port,
    lookUpAll: (...orders) => {
      asked.push(orders)
      return port.lookUpAll(...orders)
    },
  }
}

/** Turn and turn about, so that both meet the same machine. */
async function takeTurns(...runs: readonly (() => Promise<unknown>)[]): Promise<number[][]> {
  const taken = runs.map((): number[] => [])
  for (let turn = 0; turn < PLANS + WARM_UP; turn += 1)
    for (const [index, run] of runs.entries()) {
      const started = performance.now()
      await run()
      if (turn >= WARM_UP) taken[index]?.push(performance.now() - started)
    }
  return taken.map((all) => all.toSorted((one, other) => one - other))
}

/** A mother whose five children take her new name, which is too long for their letters. */
async function renamedFamily(world: World): Promise<string> {
  const children: string[] = []
  for (const firstNames of ['Ida', 'Signe', 'Karen', 'Johanne', 'Ellen'])
    children.push(await bornAndNamed(world, firstNames))
  const today = world.deps.clock.today()
  const name = { nameDate: today, ground: 'APPLICATION', feePaid: true, authority: '7001' }
  const own = { ...name, personnummer: mother, firstNames: 'Mette', lastName: 'Prøvestrup' }
  const change = await openCase(world, 'name-change', own, parish)
  await submitTo(world, change, 'completed')
  for (const child of children) {
    const firstNames = 'Ida Karoline Emilie Frederikke Signe'
    const data = { ...name, personnummer: child, firstNames, lastName: 'Prøvestrup' }
    await followed(world, change, {
      followOn: 'name-change@children-under-18',
      person: child,
      data,
    })
  }
  return change
}

async function bornAndNamed(world: World, firstNames: string): Promise<string> {
  const today = world.deps.clock.today()
  const birth = await openCase(world, 'birth', birthData(mother, today), parish)
  const { snapshot } = await submitTo(world, birth, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const data = {
    firstNames,
    lastName: 'Dalsgaard',
    namingDate: today,
    namingKind: 'NAMING',
    applicants: [mother],
    authority: '7001',
  }
  await followed(world, birth, { followOn: 'naming@child', person: child, data })
  return child
}

interface Followed {
  readonly followOn: string
  readonly person: string
  readonly data: CaseData
}

async function followed(world: World, caseId: string, order: Followed): Promise<void> {
  const { id } = await openedFor(world, caseId, order)
  const { snapshot } = await submitTo(world, id, 'completed', 'followOns')
  const addressing = 'addressing-name@person'
  if (snapshot.context.followOns[addressing]?.required !== true) return
  const data = {
    personnummer: order.person,
    addressingName: 'Prøvestrup,Ida',
    startDate: world.deps.clock.today(),
    authority: '7001',
  }
  const { id: addressed } = await openedFor(world, id, {
    followOn: addressing,
    person: order.person,
    data,
  })
  await submitTo(world, addressed, 'completed')
}

/** The case that was opened for this very person, once it is there. */
async function openedFor(world: World, caseId: string, { followOn, person, data }: Followed) {
  await tell(world, caseId, { type: 'openFollowOn', followOn, person, data }, parish)
  const opened = await waitFor(() => findOpened(world, caseId, { followOn, person }), 8000)
  if (!opened) throw new Error(`${followOn} was not opened`)
  return opened
}

function findOpened(
  { deps: { db } }: World,
  caseId: string,
  { followOn, person }: Pick<Followed, 'followOn' | 'person'>,
) {
  return db
    .selectFrom('cases')
    .select('id')
    .where('parent_id', '=', caseId)
    .where('follow_on', '=', followOn)
    .where(sql`snapshot #>> '{context,data,personnummer}'`, '=', person)
    .executeTakeFirst()
}
