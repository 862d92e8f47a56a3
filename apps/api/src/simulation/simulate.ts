import { attend, type Attending } from './attend.ts'
import { drawDisturbances } from './disturbances.ts'
import { arrange, calmDown } from './happenings.ts'
import { createPeople, type People } from './people.ts'
import type { Run, SimulateOptions } from './run.ts'
import { createWorld, type World } from './world.ts'

/** Plays one seed from its first case to its rest, and tells what became of it. */
export async function simulate(options: SimulateOptions): Promise<Run> {
  const { server } = options.stage
  await server.begin()
  try {
    return await play(options)
  } finally {
    await server.end()
  }
}

async function play(options: SimulateOptions): Promise<Run> {
  const world = createWorld(options)
  await world.respell()
  const { plan, violations, witness } = world
  const people = createPeople(world)
  const attending = { world, people, looks: new Map<string, number>() }
  world.house.start()
  for (const one of drawDisturbances(plan, world.random)) arrange(world, one)
  for (let index = 0; index < plan.cases; index += 1) void openLater(world, people)
  await weather(attending)
  calmDown(world)
  await comeToRest(attending)
  if (neverRests(world)) violations.push({ id: 'I8', caseId: null, says: 'the world never rests' })
  const [failure] = world.failures
  if (failure !== undefined) throw new Error('whoever watches failed', { cause: failure })
  violations.push(...((await options.watch?.atEnd?.(witness.sight)) ?? []))
  await tellRest(world)
  const unmatched = world.unmatched()
  if (unmatched.length > 0) throw new Error(`no statement held ${unmatched.join(', ')}`)
  return {
    seed: options.seed,
    fingerprint: world.trace.fingerprint(),
    trace: world.trace.lines,
    violations,
    counts: Object.fromEntries(world.counts),
    steps: world.scheduler.steps(),
    statements: world.store.statements(),
    lasted: world.scheduler.now() - plan.begins,
  }
}

const LOOK_EVERY_MS = 90_000
const LAST_CASE_MS = 60_000

async function openLater({ scheduler, outside, random }: World, people: People): Promise<void> {
  await scheduler.wait(outside, random.below(LAST_CASE_MS), 'comes in')
  await people.openOne()
}

// Fifty times as many as most worlds take.
const MOST_STEPS = 50_000

/** Whether so much has happened that it goes on for ever. */
const neverRests = ({ scheduler }: World) => scheduler.steps() > MOST_STEPS

/** The storm, with somebody looking at the cases every now and then. */
async function weather(attending: Attending): Promise<void> {
  const { scheduler, outside, isStormy, plan, queue } = attending.world
  const goRound = async () => {
    while (isStormy()) {
      await scheduler.wait(outside, LOOK_EVERY_MS, 'looks round')
      if (isStormy()) await attend(attending)
    }
  }
  void goRound()
  const until = plan.begins + plan.stormMs
  const isOver = () => neverRests(attending.world)
  await scheduler.play({ isOver, until, awake: queue.awake })
}

const ROUNDS = 60
const ROUND_MS = 60_000
const HORIZON_MS = 3 * 24 * 3_600_000

/** Until nothing is due within days and nobody has anything to say. */
async function comeToRest(attending: Attending): Promise<void> {
  const { store, scheduler, queue } = attending.world
  const { awake } = queue
  const isOver = () => neverRests(attending.world)
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = store.commits()
    void attend(attending)
    await scheduler.play({ isOver, until: scheduler.now() + ROUND_MS, awake })
    if (isOver()) return
    if (before !== store.commits()) continue
    const next = awake(0)
    if (next > scheduler.now() + HORIZON_MS) return
    await scheduler.play({ isOver, until: next + ROUND_MS, awake })
  }
}

/** How everything ended: counted, and as one line of the trace. */
async function tellRest({ store, count, note, outside }: World): Promise<void> {
  const cases = await store.look<{ status: string }>('select status from cases', [])
  for (const { status } of cases) count(`ends ${status}`)
  const [row] = await store.look<{ digest: string }>(
    `select md5(coalesce(string_agg(message::text || state::text, '' order by case_id, seq), '')) as digest
     from journal`,
    [],
  )
  note(outside, `rests ${row?.digest ?? ''}`)
}
