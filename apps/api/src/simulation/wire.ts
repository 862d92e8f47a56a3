import { createHash } from 'node:crypto'

import type { Post, Posted, Poster } from '@sagsgang/gctp'
import type { Spoken, WireRegister } from '@sagsgang/register'

import type { Random } from '../storm/random.ts'
import { drawPassage, type Passage } from './fates.ts'
import type { Weather } from './ground.ts'
import type { Life } from './life.ts'
import type { WirePlan } from './plan.ts'
import type { Points } from './points.ts'
import type { CarriedCall } from './run.ts'
import type { Scheduler } from './scheduler.ts'
import { isSaved, isSignedOn, readSaid, type Said, spoil, unavailable } from './wire-words.ts'

/** What the wire saw: one line for each call that left. */
export type Carried = {
  -readonly [Member in keyof CarriedCall]: CarriedCall[Member]
} & { readonly requestHash: string | null; readonly dialogue: string }

export interface WireParts {
  readonly register: WireRegister
  readonly scheduler: Scheduler
  readonly random: Random
  readonly plan: WirePlan
  readonly points: Points
  /** Whoever carries bytes is never killed. */
  readonly network: Life
  readonly isStormy: () => boolean
  readonly isClosed: () => boolean
  readonly weather: Pick<Weather, 'underWay'>
  readonly commits: () => number
  readonly note: (life: Life, what: string) => void
  readonly count: (what: string) => void
  readonly onCarried: (call: Carried) => void
  /** What was last answered to a save that was carried out, whoever sent it. */
  readonly letters: { lastSaved: Spoken | null }
}

const DEADLINE_MS = 30_000

/** How the bytes of one process reach the register, and what becomes of them on the way. */
export function createWire(parts: WireParts, life: Life): Poster {
  return { post: (post) => carry(parts, life, post), close: () => {} }
}

async function carry(parts: WireParts, life: Life, post: Post): Promise<Posted> {
  const { scheduler } = parts
  const said = readSaid(post.bytes)
  const left = await scheduler.turn({
    who: life,
    what: null,
    act: () => leave(parts, life, { post, said }),
  })
  if (left.type !== 'left') return left
  const { answer, begun, passage } = left
  const returns = Math.min(passage.returns, DEADLINE_MS)
  return scheduler.turn({
    who: life,
    what: null,
    at: begun + returns,
    act: () => {
      const isLate = passage.returns > DEADLINE_MS
      const isCrossed = passage.reply.type === 'crossed'
      const posted = isLate
        ? ({ type: 'broken', reason: 'timeout' } as const)
        : dated(heard(passage, isCrossed ? parts.letters.lastSaved : answer()), scheduler.now())
      parts.note(life, `${said.action} ${said.service} ${inShort(posted)}`)
      if (parts.points.pass(life, `${said.action}.replyHead`)) return posted
      parts.points.pass(life, `${said.action}.replyEnd`)
      return posted
    },
  })
}

interface Leaving {
  readonly post: Post
  readonly said: Said
}

type Left =
  | Extract<Posted, { type: 'notSent' }>
  | {
      readonly type: 'left'
      readonly begun: number
      readonly passage: Passage
      readonly answer: () => Spoken | null
    }

function leave(parts: WireParts, life: Life, { post, said }: Leaving): Left {
  const { scheduler, points, random, plan, commits } = parts
  const { action, service, dialogue } = said
  const unreached = { type: 'notSent', reason: 'unreachable' } as const
  const isSave = action === 'save'
  const drawn = drawPassage({ plan, random, isSave, isStormy: parts.isStormy() })
  const passage = parts.isClosed() ? closed(drawn) : drawn
  parts.note(life, `${action} ${service} leaves ${passage.fate}`)
  if (points.pass(life, `${action}.connect`)) return unreached
  if (passage.reply.type === 'notSent') {
    parts.count(`${isSave ? 'save' : 'call'} notSent`)
    return unreached
  }
  if (points.pass(life, `${action}.firstByte`)) return unreached
  parts.count(`${isSave ? 'save' : 'call'} ${passage.fate}`)
  const call: Carried = {
    at: new Date(scheduler.now()),
    process: life.name,
    action,
    service,
    fate: passage.fate,
    afterCommit: commits(),
    signedOn: null,
    requestHash: isSave ? createHash('sha256').update(post.bytes).digest('hex') : null,
    dialogue,
  }
  parts.onCarried(call)
  const answer = deliver(parts, post, { passage, call })
  points.pass(life, `${action}.lastByte`)
  return { type: 'left', begun: scheduler.now(), passage, answer }
}

function closed(passage: Passage): Passage {
  const { type } = passage.reply
  if (type === 'notSent' || type === 'lost') return { ...passage, arrives: null, again: null }
  return {
    ...passage,
    fate: 'unavailable',
    arrives: null,
    again: null,
    reply: { type: 'unavailable' },
  }
}

interface Delivery {
  readonly passage: Passage
  readonly call: Carried
}

/** Whatever becomes of the caller, what has left arrives. */
function deliver(parts: WireParts, post: Post, { passage, call }: Delivery): () => Spoken | null {
  const { scheduler, network, register, weather } = parts
  let answer: Spoken | null = null
  const hear = (at: number, isFirst: boolean) => {
    weather.underWay += 1
    void scheduler.turn({
      who: network,
      what: `hears ${call.action} ${call.service}`,
      at: scheduler.now() + at,
      act: () => {
        weather.underWay -= 1
        const { bytes, cookie } = post
        const spoken = register.answer({ bytes, contentType: 'text/xml', cookie })
        if (!isFirst) return
        answer = spoken
        if (call.action === 'save' && isSaved(spoken)) parts.letters.lastSaved = spoken
        if (call.action === 'signOn') call.signedOn = isSignedOn(spoken)
      },
    })
  }
  if (passage.arrives !== null) hear(passage.arrives, true)
  if (passage.again !== null) hear(passage.again, false)
  return () => answer
}

function heard({ reply }: Passage, answer: Spoken | null): Posted {
  if (reply.type === 'unavailable') return { type: 'answered', ...unavailable }
  if (reply.type === 'notSent' || reply.type === 'lost' || answer === null)
    return { type: 'broken', reason: 'transport' }
  if (reply.type === 'crossed' && reply.isCut) return { type: 'answered', ...spoil(answer, 'cut') }
  return { type: 'answered', ...(reply.type === 'spoilt' ? spoil(answer, reply.by) : answer) }
}

/** Whoever answers knows what time it is. */
function dated(posted: Posted, now: number): Posted {
  return posted.type === 'answered' ? { ...posted, date: new Date(now).toUTCString() } : posted
}

function inShort(posted: Posted): string {
  return posted.type === 'answered' ? `${posted.status} ${posted.bytes.length}` : posted.reason
}
