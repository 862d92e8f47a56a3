import { type CaseData, type CaseDataChange, getDefinition } from '@sagsgang/events'
import type { Command } from '@sagsgang/machines'

import { dayOf } from '../clock.ts'
import type { Actor, OpenCase, SendCommand, Stepped, StoredCase } from '../engine/ports.ts'
import type { CorrectionOrder } from '../planning/plan-correction.ts'
import { createPlanner } from '../planning/planner.ts'
import { folkOf, type Folk } from '../storm/folk.ts'
import { type Form, writeForm } from '../storm/forms.ts'
import { learnNumber } from '../stuck/learn-number.ts'
import { chanceOf } from './process.ts'
import type { World } from './world.ts'

/** Those who work with the product: each asks, and asks again under the same key when nobody answered. */
export interface People {
  readonly folk: Folk
  /** Somebody opens a case and submits it. */
  openOne(): Promise<void>
  /** Undefined where it was refused. */
  tell(of: Of, order: Order): Promise<Answer | undefined>
  /** What would put this right; undefined where nothing would, or nobody could say. */
  planCorrection(of: Of, data: CaseDataChange): Promise<CorrectionOrder | undefined>
  /** Whom somebody has opened a case on lately. */
  readonly recent: string[]
}

interface Order {
  readonly command: Command
  readonly expectedVersion: number | null
}

type Of = Pick<StoredCase, 'id' | 'authority'>

type Answer = Extract<Stepped, { type: 'stepped' | 'repeated' }>

/** The events that happen most, and that everything else hangs on. */
export const mainEvents = [
  'marriage-entry',
  'birth',
  'move',
  'death',
  'naming',
  'name-change',
  'paternity',
  'divorce',
  'separation-entry',
] as const

const TRIES = 20
const PATIENCE_MS = 15_000

export function createPeople(world: World): People {
  const folk = folkOf(world.register, world.random)
  const recent: string[] = []
  const newKey = chanceOf(world.random).newId
  const people: People = {
    folk,
    recent,
    async openOne() {
      const form = writeOne(world, folk, recent)
      if (!form) return
      const { definition, authority, data } = form
      if (typeof data['personnummer'] === 'string') recent.push(data['personnummer'])
      const order = { event: definition.id, data, purpose, actor: actorOf(authority) }
      const opened = await openCase(world, { ...order, idempotencyKey: newKey() })
      if (!opened) return
      const { version } = opened.case
      await people.tell(opened.case, { command: { type: 'submit' }, expectedVersion: version })
    },
    async tell({ id: caseId, authority }, { command: message, expectedVersion }) {
      const isApplied = message.type === 'decide' && message.outcome === 'applied'
      if (isApplied && !(await learn(world, caseId, authority))) return undefined
      const order = { caseId, message, expectedVersion, actor: actorOf(authority) }
      return sendCommand(world, { ...order, idempotencyKey: newKey() })
    },
    async planCorrection({ id, authority }, data) {
      const door = world.house.door()
      if (!door) return undefined
      const planned = createPlanner(door.deps)
        .planCorrection(id, data, actorOf(authority))
        .catch(() => undefined)
      const answer = await Promise.race([planned, world.witness.untilDead(door.life)])
      return answer === undefined || answer === 'dead' ? undefined : (answer.order ?? undefined)
    },
  }
  return people
}

/** What a decision hangs on is looked for before it is said; false where it could not be. */
async function learn(world: World, caseId: string, authority: string): Promise<boolean> {
  const door = world.house.door()
  if (!door) return false
  const learnt = learnNumber(door.deps, actorOf(authority), caseId).then(
    () => true,
    () => false,
  )
  const answer = await Promise.race([learnt, world.witness.untilDead(door.life)])
  return answer === true
}

const purpose = 'Tilfældige sager efter anmeldelse'

function actorOf(authority: string): Actor {
  return { user: 'senior', name: 'Henrik Madsen', role: 'senior', authority }
}

/** A form about somebody; by chance about one who has a case already. */
function writeOne(world: World, folk: Folk, recent: readonly string[]): Form | undefined {
  const { random, plan } = world
  const shared = random.chance(plan.people.sharesPerson) ? random.pick(recent) : undefined
  const given = shared === undefined ? {} : { personnummer: shared }
  for (let tried = 0; tried < 6; tried += 1) {
    const definition = getDefinition(random.pick(plan.events ?? mainEvents) ?? 'move')
    const hasPerson = definition.fields.some(({ name }) => name === 'personnummer')
    const ahead = aheadOf(world, definition.id)
    const form = writeForm({ random, folk }, definition, hasPerson ? { ...given, ...ahead } : {})
    if (form) return form
  }
  return undefined
}

/** Somebody says on which day they will move: their case waits for it. */
function aheadOf({ random, plan, register }: World, event: string): CaseData {
  if (event !== 'move' || !random.chance(plan.people.movesAhead)) return {}
  const { clock } = register.store
  return { moveDate: dayOf(new Date(clock.now() + 24 * 3_600_000)) }
}

async function openCase(world: World, order: OpenCase): Promise<Answer | undefined> {
  const answer = await untilAnswered(world, order.event, (engine) => engine.open(order))
  return heard(world, answer, {
    command: `open ${order.event}`,
    key: order.idempotencyKey,
    expectedVersion: null,
  })
}

async function sendCommand(
  world: World,
  order: SendCommand & { readonly message: Command; readonly idempotencyKey: string },
): Promise<Answer | undefined> {
  const { message, idempotencyKey: key, expectedVersion } = order
  const answer = await untilAnswered(world, message.type, (engine) => engine.send(order))
  const told = heard(world, answer, { command: message.type, key, expectedVersion })
  // Somebody clicks once more, although it was done.
  if (told && world.random.chance(world.plan.people.repeats)) {
    const again = await untilAnswered(world, `${message.type} again`, (engine) =>
      engine.send(order),
    )
    heard(world, again, { command: message.type, key, expectedVersion })
  }
  return told
}

type Ask = (engine: NonNullable<ReturnType<World['house']['door']>>['engine']) => Promise<Stepped>

/** Whoever gets no answer comes again with the same words under the same key. */
async function untilAnswered(
  { house, witness, scheduler, outside, count, note }: World,
  what: string,
  ask: Ask,
): Promise<Stepped | undefined> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const door = house.door()
    const asked = door && ask(door.engine).catch(() => 'failed' as const)
    const answer = asked ? await Promise.race([asked, witness.untilDead(door.life)]) : 'closed'
    const word = typeof answer === 'string' ? answer : wordOf(answer)
    note(outside, `hears ${what} ${word}`)
    if (typeof answer !== 'string') return answer
    count(`command ${answer}`)
    await scheduler.wait(outside, 500 + PATIENCE_MS * (tried / TRIES), 'waits to ask again')
  }
  return undefined
}

function wordOf(answer: Stepped): string {
  return answer.type === 'refused' ? answer.reason : `${answer.type} ${answer.case.version}`
}

interface Said {
  readonly command: string
  readonly key: string
  readonly expectedVersion: number | null
}

function heard(
  { witness, scheduler, store, count }: World,
  answer: Stepped | undefined,
  { command, key, expectedVersion }: Said,
): Answer | undefined {
  if (!answer || answer.type === 'refused') {
    count(`command ${answer?.reason ?? 'unanswered'}`)
    return undefined
  }
  witness.acknowledged.push({
    at: new Date(scheduler.now()),
    caseId: answer.case.id,
    command,
    version: answer.case.version,
    expectedVersion,
    idempotencyKey: key,
    repeated: answer.type === 'repeated',
    isLost: false,
    commit: store.commits(),
  })
  return answer
}
