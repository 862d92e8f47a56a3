import { nextTick } from 'node:process'

import type { Random } from '../storm/random.ts'
import type { Life } from './life.ts'
import type { Trace } from './trace.ts'

/**
 * Virtual time, and whose turn it is. Whoever wants to act waits here; one at a time is let go on, drawn by the seed, and
 * the next not before everything that followed from it waits here too. Time passes only when nobody can act.
 */
export interface Scheduler {
  /** The virtual moment, in milliseconds. */
  readonly now: () => number
  /** Acts once it is drawn. Never settles for the dead. */
  turn<T>(order: Turn<T>): Promise<T>
  /** Settles when the time has passed. */
  wait(who: Life, milliseconds: number, what: string): Promise<void>
  /**
   * Runs now and then, in the background: where nothing else can happen, these rounds are not played, unless there is reason
   * to.
   */
  every(who: Life, milliseconds: number, run: () => void, isNeeded?: () => boolean): () => void
  /** Plays until `isOver`, or until nothing is left to wait for before `until`. */
  play(options: Playing): Promise<void>
  readonly steps: () => number
}

interface Turn<T> {
  readonly who: Life
  /** For the trace; null leaves it to `act`. */
  readonly what: string | null
  /** Earlier than this nobody draws it. */
  readonly at?: number
  /** Drawn only while this holds. */
  readonly isFree?: () => boolean
  readonly act: () => T | Promise<T>
}

interface Playing {
  readonly isOver: () => boolean
  readonly until: number
  /**
   * The moment from which a round of the background that comes this often could find something to do; infinity: none will.
   * The rounds before it are not played.
   */
  readonly awake: (period: number) => number
}

/** Somebody who waits to act. */
interface Waiting {
  readonly who: Life
  readonly what: string | null
  readonly at: number
  readonly isFree: () => boolean
  readonly go: () => Promise<void>
}

interface Round {
  readonly who: Life
  readonly period: number
  readonly run: () => void
  readonly isNeeded: () => boolean
  at: number
}

export interface SchedulerParts {
  readonly begin: number
  readonly random: Random
  readonly trace: Trace
}

interface State extends Pick<SchedulerParts, 'random' | 'trace'> {
  now: number
  steps: number
  waiting: Waiting[]
  rounds: Round[]
}

const always = () => true
const never = () => false

export function createScheduler({ begin, random, trace }: SchedulerParts): Scheduler {
  const state: State = { random, trace, now: begin, steps: 0, waiting: [], rounds: [] }
  const now = () => state.now
  return {
    now,
    steps: () => state.steps,
    turn: (order) => turn(state, order),
    wait: (who, milliseconds, what) =>
      turn(state, { who, what, at: now() + Math.max(0, milliseconds), act: () => {} }),
    every(who, period, run, isNeeded = never) {
      const round = { who, period, run, isNeeded, at: now() + period }
      state.rounds.push(round)
      return () => {
        state.rounds = state.rounds.filter((one) => one !== round)
      }
    },
    play: (playing) => play(state, playing),
  }
}

function turn<T>(state: State, order: Turn<T>): Promise<T> {
  const { who, what, at = state.now, isFree = always, act } = order
  return new Promise((resolve, reject) => {
    const go = async () => {
      const done = await settle(act)
      // Whoever died of it hears nothing.
      if (!who.isAlive) return
      if (done.type === 'done') resolve(done.value)
      else reject(done.error)
    }
    state.waiting.push({ who, what, at, isFree, go })
  })
}

/** A tick comes when no promise has anything left to say; the second one hears what was said by ticks. No turn waits outside. */
async function everybodyWaits(): Promise<void> {
  await new Promise<void>((resolve) => nextTick(resolve))
  await new Promise<void>((resolve) => nextTick(resolve))
}

async function play(state: State, { isOver, until, awake }: Playing): Promise<void> {
  for (;;) {
    // Everything that followed from the last step has come to wait here by then.
    await everybodyWaits()
    state.waiting = state.waiting.filter(({ who }) => who.isAlive)
    state.rounds = state.rounds.filter(({ who }) => who.isAlive)
    if (isOver()) return
    const ready = state.waiting.filter((one) => wakes(one) <= state.now && one.isFree())
    if (ready.length > 0) await step(state, ready)
    else if (!runRounds(state, awake)) {
      const moment = nextMoment(state, awake)
      if (moment > until || moment === Number.POSITIVE_INFINITY) return
      state.now = Math.max(moment, state.now)
    }
  }
}

const wakes = ({ at, who }: Waiting) => Math.max(at, who.frozenUntil)

async function step(state: State, ready: readonly Waiting[]): Promise<void> {
  const drawn = state.random.pick(ready)
  if (!drawn) return
  state.waiting.splice(state.waiting.indexOf(drawn), 1)
  state.steps += 1
  if (drawn.what !== null) state.trace.note(state.now, drawn.who.name, drawn.what)
  await drawn.go()
}

function runRounds(state: State, awake: Playing['awake']): boolean {
  const { now } = state
  const due = state.rounds.filter(({ who, at }) => at <= now && who.frozenUntil <= now)
  let isAnything = false
  for (const round of due) {
    round.at = atOrAfter(round, now + 1)
    if (!round.who.isAlive || usefulFrom(round, now, awake) > now) continue
    isAnything = true
    round.run()
  }
  return isAnything
}

function usefulFrom({ period, isNeeded }: Round, now: number, awake: Playing['awake']): number {
  return isNeeded() ? now : awake(period)
}

/** The next moment at which something happens; rounds count from when there is something for them. */
function nextMoment(state: State, awake: Playing['awake']): number {
  const later = state.waiting.map(wakes).filter((at) => at > state.now)
  const soonest = Math.min(...later)
  const moments = [soonest]
  for (const round of state.rounds) {
    const earliest = Math.max(round.at, round.who.frozenUntil)
    if (earliest >= soonest) continue
    const useful = usefulFrom(round, state.now, awake)
    if (useful < soonest) moments.push(Math.max(earliest, atOrAfter(round, useful)))
  }
  return Math.min(...moments)
}

function atOrAfter({ at, period }: Round, moment: number): number {
  return at >= moment ? at : at + period * Math.ceil((moment - at) / period)
}

type Settled<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly error: unknown }

async function settle<T>(act: () => T | Promise<T>): Promise<Settled<T>> {
  try {
    return { type: 'done', value: await act() }
  } catch (error) {
    return { type: 'failed', error }
  }
}
