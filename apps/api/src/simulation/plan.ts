import type { Random } from '../storm/random.ts'

/** What the world does to the product, drawn by the seed: most seeds are harsh in a few ways, some in all, some in none. */
export interface Plan {
  /** When the world begins. */
  readonly begins: number
  /** How far the register's clock is ahead. */
  readonly offset: number
  readonly topology: Topology
  /** How many cases people open, follow-ons not counted. */
  readonly cases: number
  /** In place of all. */
  readonly events?: readonly string[]
  /** Virtual milliseconds until faults stop. */
  readonly stormMs: number
  readonly wire: WirePlan
  readonly store: StorePlan
  readonly process: ProcessPlan
  readonly people: PeoplePlan
  /** How likely another authority writes about the same person, at each call that matters. */
  readonly others: number
}

/** One process that does everything, or one that takes messages in and some that work. */
export type Topology =
  | { readonly type: 'alone' }
  | { readonly type: 'apart'; readonly workers: number }

/** How often a call meets which fate, out of 1. */
export interface WirePlan {
  readonly read: Partial<Record<Fate, number>>
  readonly save: Partial<Record<Fate, number>>
  /** How often, in an hour, the register closes for a while, and turns everybody's password away. */
  readonly closings: number
  readonly rejections: number
}

export type Fate =
  | 'good'
  | 'slow'
  | 'notSent'
  | 'dropped'
  | 'replyLost'
  | 'truncated'
  | 'delayed'
  | 'duplicated'
  | 'unavailable'
  | 'unknownReceipt'
  | 'wrongPerson'
  | 'nonsense'
  /** Never heard, and answered with what was meant for another save. */
  | 'crossed'
  | 'crossedCut'
  /** Carried out, and answered by somebody in between who did not wait for it. */
  | 'gatewayTimeout'

export interface StorePlan {
  /** A statement's connection is lost before it ran. */
  readonly lost: number
  /** A commit is carried out, or not, and nobody is told. */
  readonly unknownDone: number
  readonly unknownUndone: number
  readonly diskFull: number
  /** A statement takes up to two seconds. */
  readonly slow: number
  /** How often, in an hour, the database goes away for seconds. */
  readonly absences: number
  /** Fails over once, and loses the last commits. */
  readonly failsOver: boolean
}

export interface ProcessPlan {
  /** How likely it is to die at each of the places where it may. */
  readonly kill: number
  readonly freeze: number
  /** How far the clocks of processes may be off, in milliseconds. */
  readonly skewMs: number
}

interface PeoplePlan {
  /** How likely an operator decides against the evidence. */
  readonly decidesWrongly: number
  readonly repeats: number
  readonly undoes: number
  readonly corrects: number
  /** Somebody else says something at the same moment, of the same version. */
  readonly races: number
  /** Two cases on one person. */
  readonly sharesPerson: number
  /** A move is told of the day before. */
  readonly movesAhead: number
}

export const hour = 3_600_000

/** A world in which nothing goes wrong. */
export const calm = {
  wire: { read: {}, save: {}, closings: 0, rejections: 0 },
  others: 0,
  store: {
    lost: 0,
    unknownDone: 0,
    unknownUndone: 0,
    diskFull: 0,
    slow: 0,
    absences: 0,
    failsOver: false,
  },
  process: { kill: 0, freeze: 0, skewMs: 0 },
  people: {
    decidesWrongly: 0,
    repeats: 0,
    undoes: 0,
    corrects: 0,
    races: 0,
    sharesPerson: 0,
    movesAhead: 0,
  },
} as const satisfies Partial<Plan>

// The image of the register is of the first day. A working day, both nights on which the clocks change, a leap day.
export const firstDay = Date.UTC(2026, 9, 5, 7)
const begins = [
  firstDay,
  Date.UTC(2026, 9, 25, 0, 40),
  Date.UTC(2026, 11, 31, 22, 40),
  Date.UTC(2027, 2, 28, 0, 40),
  Date.UTC(2028, 1, 29, 9),
]

export function drawPlan(random: Random): Plan {
  const workers = random.pick([1, 1, 2, 2, 3]) ?? 1
  return {
    begins: random.pick(begins) ?? firstDay,
    offset: random.chance(0.3) ? random.below(20) * 24 * hour : 0,
    topology: random.chance(0.3) ? { type: 'alone' } : { type: 'apart', workers },
    cases: random.pick([1, 1, 1, 1, 2, 2, 3]) ?? 1,
    stormMs: (5 + random.below(30)) * 60_000,
    wire: drawWire(random),
    others: often(random, 0.3, 0.8),
    store: drawStore(random),
    process: {
      kill: often(random, 0.5, 0.005),
      freeze: often(random, 0.3, 0.003),
      skewMs: random.chance(0.3) ? hour : 0,
    },
    people: {
      decidesWrongly: often(random, 0.1, 0.5),
      repeats: often(random, 0.5, 0.3),
      undoes: often(random, 0.2, 0.5),
      corrects: often(random, 0.2, 0.5),
      races: often(random, 0.3, 0.3),
      sharesPerson: often(random, 0.4, 0.7),
      movesAhead: often(random, 0.2, 0.5),
    },
  }
}

/** Nothing, or up to so much. */
function often(random: Random, probability: number, most: number): number {
  return random.chance(probability) ? random.next() * most : 0
}

function drawWire(random: Random): WirePlan {
  const harm = (most: number) => ({
    slow: often(random, 0.5, most),
    notSent: often(random, 0.4, most),
    dropped: often(random, 0.4, most),
    replyLost: often(random, 0.5, most),
    truncated: often(random, 0.3, most),
    delayed: often(random, 0.5, most),
    duplicated: often(random, 0.3, most),
    unavailable: often(random, 0.3, most),
    unknownReceipt: often(random, 0.2, most),
    wrongPerson: often(random, 0.2, most),
    nonsense: often(random, 0.2, most),
    crossed: often(random, 0.15, most),
    crossedCut: often(random, 0.1, most),
    gatewayTimeout: often(random, 0.2, most),
  })
  return {
    read: harm(0.03),
    save: harm(0.4),
    closings: often(random, 0.2, 2),
    rejections: often(random, 0.1, 1),
  }
}

function drawStore(random: Random): StorePlan {
  return {
    lost: often(random, 0.3, 0.01),
    unknownDone: often(random, 0.3, 0.05),
    unknownUndone: often(random, 0.3, 0.05),
    diskFull: often(random, 0.2, 0.05),
    slow: often(random, 0.3, 0.02),
    absences: often(random, 0.3, 3),
    failsOver: random.chance(0.15),
  }
}
