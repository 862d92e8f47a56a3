import { getDefinition } from '@sagsgang/events'
import { isFinal, placeOf } from '@sagsgang/machines'

import { toStoredCase } from '../engine/case-row.ts'
import type { StoredCase } from '../engine/ports.ts'
import { writeAnew } from '../storm/forms.ts'
import { commandsFor } from './caseworker.ts'
import type { People } from './people.ts'
import type { World } from './world.ts'

/** Somebody going round, and how often they have looked at each case. */
export interface Attending {
  readonly world: World
  readonly people: People
  readonly looks: Map<string, number>
}

const MOST_LOOKS = 12
const reason = 'Det ville tilfældet'

/** Somebody looks at every case that is not over, and says what there is to say. */
export async function attend(attending: Attending): Promise<void> {
  const { scheduler, store, outside, witness } = attending.world
  const rows = await scheduler.turn({
    who: outside,
    what: 'looks at all cases',
    isFree: () => store.holder() === null,
    act: () => witness.sight.db.selectFrom('cases').selectAll().orderBy('number').execute(),
  })
  for (const stored of rows.map(toStoredCase)) await attendOne(attending, stored)
}

async function attendOne(attending: Attending, stored: StoredCase): Promise<void> {
  const { world, people, looks } = attending
  const count = looks.get(stored.id) ?? 0
  if (count >= MOST_LOOKS || isFinal(stored.snapshot)) return
  if (await correct(attending, stored)) return
  const commands = commandsFor({ world, people, looks: count }, stored)
  if (commands.length === 0) return
  looks.set(stored.id, count + 1)
  race(attending, stored)
  let expectedVersion: number | null = stored.version
  for (const command of commands) {
    const told = await people.tell(stored, { command, expectedVersion })
    if (!told) return
    expectedVersion = told.case.version
  }
}

/** Somebody else has the same case before them, as it was, and says something else at the same moment. */
function race({ world: { random, plan }, people }: Attending, stored: StoredCase): void {
  if (!random.chance(plan.people.races)) return
  const command = random.pick([
    { type: 'withdraw', reason },
    { type: 'assign', to: 'caseworker' },
    { type: 'undo', reason },
  ] as const)
  if (command) void people.tell(stored, { command, expectedVersion: stored.version })
}

/** A field by chance is typed anew, of a case that is done; false where nothing was ordered. */
async function correct({ world, people }: Attending, stored: StoredCase): Promise<boolean> {
  const { random, plan, isStormy } = world
  const isDone =
    placeOf(stored.snapshot) === 'completed' && stored.snapshot.context.mode === 'report'
  if (!isDone || !isStormy() || !random.chance(plan.people.corrects * 0.3)) return false
  const definition = getDefinition(stored.event)
  const { data } = stored.snapshot.context
  const field = random.pick(definition.fields)?.name ?? ''
  const form = { definition, authority: stored.authority, data }
  const typed = { [field]: writeAnew({ random, folk: people.folk }, form, [field])[field] ?? null }
  const order = await people.planCorrection(stored, typed)
  if (!order) return false
  const command = { type: 'correct', reason, ...order } as const
  return (await people.tell(stored, { command, expectedVersion: stored.version })) !== undefined
}
