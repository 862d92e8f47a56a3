import { machineVersion } from '@sagsgang/machines'
import { createBareRegister } from '@sagsgang/register'
import type { BareRegister } from '@sagsgang/register'

import { dueOf } from '../engine/due.ts'
import type { Clock } from '../engine/ports.ts'
import { createBarePort } from './bare-port.ts'
import type { House } from './house.ts'
import { createQueue } from './queue.ts'
import type { Queue } from './queue.ts'
import { createRandom } from './random.ts'
import { answerPure, carryOut } from './table-effects.ts'
import { createTable } from './table.ts'
import type { Card } from './table.ts'
import { createTimers } from './timers.ts'
import type { Timers } from './timers.ts'
import type { TableWorld } from './world.ts'

export interface TableHouse extends House {
  readonly cards: ReadonlyMap<string, Card>
  /** What the planner plans with. */
  readonly world: TableWorld
}

export interface Furnishing {
  readonly seed: number
  /** Of so many saves in a hundred nobody hears what became. */
  readonly silence: number
  readonly onSaved: (card: Card, register: BareRegister) => void
}

export interface TableHouseOptions extends Furnishing {
  readonly population: number
}

const settleSeconds = 900
const hour = 3_600_000
const day = 24 * hour

/** A Monday morning; each look at the clock is a millisecond later, so that a storm is the same each time. */
const begin = Date.UTC(2026, 10, 23, 9)

export function steadyTime(): () => number {
  let ticks = 0
  return () => begin + (ticks += 1)
}

export function createTableHouse(options: TableHouseOptions): TableHouse {
  const now = steadyTime()
  return furnish(createBareRegister({ ...options, now }), now, options)
}

/** The engine's rules on a table: cases in memory, effects carried out one after the other in an order by chance. */
export function furnish(
  register: BareRegister,
  now: () => number,
  { seed, silence, onSaved }: Furnishing,
): TableHouse {
  const clock = clockOf(register, now)
  const random = createRandom(seed)
  const [queue, timers] = [createQueue(random), createTimers()]
  const table = createTable({
    queue,
    answerPure: (card, effect) => answerPure({ table, clock }, card, effect),
    waitForDay: (order) =>
      timers.set(order, dueOf(order.effect, clock, settleSeconds).at.getTime()),
  })
  let cases = 0
  const world: TableWorld = {
    table,
    clock,
    port: createBarePort(register, { random, probability: silence / 100 }),
    nextId: () => `case-${(cases += 1)}`,
    onSaved: (card) => onSaved(card, register),
  }
  const { rest, pass } = runnerOf(world, { queue, timers, register })
  return {
    register,
    world,
    cards: table.cards,
    open: async (form) => openOn(world, form),
    send: async (caseId, command) => table.tell(caseId, command),
    cases: async () => [...table.cards.values()].map(({ stored }) => stored),
    rest,
    advance: async (days) => {
      await pass(hour)
      if (days > 0) await pass(days * day)
    },
  }
}

interface Runner {
  readonly queue: Queue
  readonly timers: Timers
  readonly register: BareRegister
}

/** Carries out what waits, until nothing does; and lets time pass. */
function runnerOf(world: TableWorld, { queue, timers, register }: Runner) {
  const { table } = world
  const rest = async () => {
    for (let order = nextOf(); order; order = nextOf()) {
      const answer = await carryOut(world, table.card(order.caseId), order.effect)
      if (answer === 'notYet') queue.putOff(order)
      else table.answer(order, answer)
    }
  }
  const nextOf = () => queue.next((order) => table.isWanted(order))
  const pass = async (milliseconds: number) => {
    register.store.clock.advance(milliseconds)
    register.runDue()
    const due = timers.takeDue(register.store.clock.now())
    for (const order of due.filter((one) => table.isWanted(one))) queue.push(order)
    await rest()
  }
  return { rest, pass }
}

function clockOf(register: BareRegister, now: () => number): Clock {
  return {
    realNow: () => new Date(now()),
    registerNow: () => new Date(register.store.clock.now()),
    today: () => register.store.clock.today(),
  }
}

function openOn(
  { table, clock, nextId }: TableWorld,
  { definition, authority, data }: Parameters<House['open']>[0],
): string {
  const caseId = nextId()
  const at = clock.realNow()
  table.place(
    {
      id: caseId,
      number: caseId,
      event: definition.id,
      authority,
      purpose: 'storm',
      machineVersion,
      definitionHash: '',
      parentId: null,
      parentEffect: null,
      followOn: null,
      openedBy: 'storm',
      editedBy: 'storm',
      openedAt: at,
      changedAt: at,
    },
    { caseId, data, mode: 'report', parent: null },
  )
  return caseId
}
