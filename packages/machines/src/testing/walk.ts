import type { EventDefinition } from '@sagsgang/events'

import { advance, open } from '../advance.ts'
import type { Advanced } from '../advance.ts'
import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'
import { movesFrom } from './moves.ts'
import { allApplying } from './offers.ts'
import { pick, randomFrom } from './random.ts'
import { quietWorld } from './world.ts'
import type { World } from './world.ts'

/** One step of a walk: what was said, where, and what came of it. */
export interface Step {
  readonly before: Snapshot
  readonly message: Message
  readonly after: Advanced
}

export interface Walk {
  readonly input: OpenInput
  readonly first: Advanced
  readonly steps: readonly Step[]
}

/** A seeded way through a world in which everything applies and anything may go wrong. */
export function walk(definition: EventDefinition, seed: number, length: number): Walk {
  const random = randomFrom(seed)
  const world = worldFor(definition, random)
  const parent = world.hasParent ? 'case-0' : null
  const ordered = parent !== null && random() < 0.5
  const input = { caseId: 'case-1', data: {}, mode: world.mode, parent, ordered } as const
  const first = open(definition, input)
  const steps: Step[] = []
  let before = first.snapshot
  for (let step = 0; step < length; step += 1) {
    const message = pick(random, likely(movesFrom(definition, before, world), random))
    if (!message) break
    const after = advance(definition, before, message)
    steps.push({ before, message, after })
    before = after.snapshot
  }
  return { input, first, steps }
}

/** Most of the time the world answers; now and then somebody interferes. */
function likely(messages: readonly Message[], random: () => number): readonly Message[] {
  const answers = messages.filter((message) => 'effect' in message && message.type !== 'failed')
  return answers.length > 0 && random() < 0.6 ? answers : messages
}

function worldFor(definition: EventDefinition, random: () => number): World {
  return {
    ...quietWorld,
    hasParent: random() < 0.4,
    mode: random() < 0.5 ? 'derived' : 'report',
    reports: random() < 0.2 ? 2 : 1,
    followOns: allApplying(definition, random() < 0.5 ? ['1'] : ['1', '2']),
    deadlines: definition.followOns.slice(0, 1).map(({ key }) => ({
      id: 'first',
      date: '20270101',
      followOn: key,
      effect: 'stuck',
    })),
    reportFaults: random() < 0.4,
    laterFaults: random() < 0.4,
    corrects: true,
    undoes: random() < 0.6,
    lands: random() < 0.3,
  }
}
