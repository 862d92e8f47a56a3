import { setImmediate as tick } from 'node:timers/promises'

import {
  type Client,
  createClient,
  createPasswordDesk,
  developmentProfile,
  type Post,
  type Posted,
  type Poster,
} from '@sagsgang/gctp'
import { createWireRegisters, demoUser, type WireRegister } from '@sagsgang/register'

import { chanceOf } from '../../simulation/process.ts'
import { createRandom, type Random } from '../../storm/random.ts'
import { createKeepingBook } from './keeping-book.ts'
import { newPassword } from './new-password.ts'
import { rotate } from './rotate.ts'
import { createPasswordSeal } from './seal-passwords.ts'
import { createStormShelf, type Mortal, type StormStore } from './storm-shelf.ts'

/** For tests alone: rotations of one password, again and again, by processes that die and over a wire that loses. */
export interface Storm {
  /** One more password; answers with how many hours it took. */
  readonly rotateOnce: () => Promise<number>
  readonly seen: Seen
}

interface Seen {
  /** How many wrong sign-ons the register counted in a row, at most, before anybody said that something is settled. */
  mostWrong: number
  isLocked: boolean
  /** How often somebody had to say that it is settled. */
  grants: number
  deaths: number
  lost: number
  late: number
}

/** A process that was killed goes nowhere from there. */
class Killed extends Error {
  override name = 'Killed'
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const configured = 'Hemmelig-1'
const begun = Date.UTC(2026, 0, 5, 8)
const odds = { death: 0.03, notSent: 0.03, lostRequest: 0.06, lostReply: 0.06, late: 0.02 }
const longestLateMs = 600_000

const registers = createWireRegisters({ now: () => begun, population: 0, seed: 1 })

interface World {
  readonly random: Random
  readonly register: WireRegister
  readonly store: StormStore
  readonly seen: Seen
  readonly clock: { now: number }
  late: readonly { readonly due: number; readonly post: Post }[]
  isCalm: boolean
  /** Whether somebody has helped with this password. */
  isAided: boolean
}

export function createStorm(seed: number): Storm {
  const random = createRandom(seed)
  const clock = { now: begun }
  const { newId: newToken } = chanceOf(random)
  const world: World = {
    random,
    clock,
    register: registers({ now: () => clock.now, newToken }),
    store: { sealed: null, holder: null, position: 0, resumes: 0 },
    seen: { mostWrong: 0, isLocked: false, grants: 0, deaths: 0, lost: 0, late: 0 },
    late: [],
    isCalm: false,
    isAided: false,
  }
  return { rotateOnce: () => rotateOnce(world), seen: world.seen }
}

async function rotateOnce(world: World): Promise<number> {
  const { store, register, clock } = world
  const before = passwordOf(register)
  world.isAided = false
  pass(world, 61 * DAY_MS)
  for (let hour = 1; hour <= 200; hour++) {
    world.isCalm = false
    await Promise.all([workIn(world), workIn(world)])
    pass(world, HOUR_MS + world.random.below(HOUR_MS))
    world.isCalm = true
    const reached = await signOnIn(world, createMortal(world))
    if (reached !== 'signedOn') grant(world)
    const kept = store.sealed && seal.open(store.sealed)
    const isOver = passwordOf(register) !== before && kept?.candidate === null
    if (isOver && reached === 'signedOn' && kept.current === passwordOf(register)) return hour
  }
  throw new Error(`no new password by ${new Date(clock.now).toISOString()}`)
}

const seal = createPasswordSeal(Buffer.alloc(32, 'storm'), demoUser)
const passwordOf = ({ store }: WireRegister) => store.account().password

/** Somebody has asked the register what it holds against them, and resumes a case. */
function grant(world: World): void {
  world.store.resumes += 1
  world.seen.grants += 1
  world.isAided = true
}

/** What a process does in an hour: it looks whether a password is to be changed, or needs a token, or both. */
async function workIn(world: World): Promise<void> {
  const life = createMortal(world)
  const work = [rotateIn, signOnIn, rotateIn]
  const first = world.random.below(work.length)
  for (const one of work.slice(first)) {
    if (!life.isDead) await one(world, life).catch(onlyKilled)
  }
}

function onlyKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error
}

async function rotateIn(world: World, life: Mortal): Promise<void> {
  const { random, clock } = world
  const chance = chanceOf(random)
  const poster = createPoster(world, life)
  await rotate({
    shelf: createStormShelf(world.store, life, seal),
    desk: createPasswordDesk({ url: '', user: demoUser, poster }),
    rules: developmentProfile.passwords,
    configured,
    fresh: () => newPassword(chance),
    now: () => clock.now,
    note: async () => life.pass(),
  })
}

async function signOnIn(world: World, life: Mortal): Promise<string> {
  const client: Client = createClient({
    url: '',
    user: demoUser,
    password: configured,
    poster: createPoster(world, life),
    now: () => world.clock.now,
    signOnBook: createKeepingBook(createStormShelf(world.store, life, seal), () => world.clock.now),
  })
  // Nobody has this number: whoever is told so is signed on.
  const answer = await client.lookUp('STAM', { PNR: '0101010000' })
  return answer.type === 'failed' ? answer.reason : 'signedOn'
}

function createMortal(world: World): Mortal {
  const { random, seen } = world
  const life: Mortal = {
    isDead: false,
    pass() {
      if (life.isDead) throw new Killed('dead')
      if (world.isCalm || !random.chance(odds.death)) return
      life.isDead = true
      seen.deaths += 1
      throw new Killed('dies')
    },
  }
  return life
}

function createPoster(world: World, life: Mortal): Poster {
  const { random, seen, clock } = world
  const lost: Posted = { type: 'broken', reason: 'transport' }
  const post = async (said: Post): Promise<Posted> => {
    life.pass()
    await tick()
    if (world.isCalm) return hear(world, said)
    if (random.chance(odds.notSent)) return { type: 'notSent', reason: 'unreachable' }
    if (random.chance(odds.late)) {
      seen.late += 1
      world.late = [...world.late, { due: clock.now + random.below(longestLateMs), post: said }]
      return lost
    }
    const isUnheard = random.chance(odds.lostRequest)
    const answer = isUnheard ? lost : hear(world, said)
    const isForgotten = random.chance(odds.lostReply)
    if (isUnheard || isForgotten) seen.lost += 1
    await tick()
    life.pass()
    return isForgotten ? lost : answer
  }
  return { post, close: () => {} }
}

function hear(world: World, { bytes, cookie }: Post): Posted {
  const { register, seen } = world
  const spoken = register.answer({ bytes, contentType: 'text/xml', cookie })
  const { wrong, locked } = register.store.account()
  if (!world.isAided) seen.mostWrong = Math.max(seen.mostWrong, wrong)
  seen.isLocked ||= locked
  return { type: 'answered', ...spoken }
}

/** Time passes, and what was on its way arrives. */
function pass(world: World, milliseconds: number): void {
  const { clock } = world
  const until = clock.now + milliseconds
  for (const { due, post } of world.late.toSorted((one, other) => one.due - other.due)) {
    clock.now = Math.max(clock.now, due)
    hear(world, post)
  }
  world.late = []
  clock.now = Math.max(until, clock.now)
}
