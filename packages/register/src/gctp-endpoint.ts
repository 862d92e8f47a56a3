import { developmentProfile, readVersioned, writeReply } from '@sagsgang/gctp'
import type { Profile, Read, ReadRequest, Reply, Request } from '@sagsgang/gctp'
import type { UpdateRequest, Versioned } from '@sagsgang/gctp'

import type { Fate, Faults } from './faults.ts'
import { lookUp } from './lookups/look-up.ts'
import { done, receiptFor, textOf } from './receipts.ts'
import type { Desk, SignedOn } from './sign-on.ts'
import { speakingIn } from './spoken-codes.ts'
import { answerUpdate } from './updates/dialogue.ts'
import type { Room } from './updates/dialogue.ts'

/** One GCTP call in, one answer out; HTTP stays outside. */
export interface GctpAnswer {
  readonly bytes: Uint8Array
  /** Undefined leaves the caller's token as it is; null expires it. */
  readonly token?: SignedOn['token'] | undefined
}

export interface Endpoint {
  read(bytes: Uint8Array, contentType: string | null): Read<Versioned>
  /** In the version that was asked in. */
  answer(heard: Versioned, from: Origin): GctpAnswer
}

export interface Origin {
  readonly token: string | null
  /** Whom the carrier vouches for by itself; without it the token tells. */
  readonly user?: string
  readonly faults: Faults
  readonly fate: Fate
}

export interface EndpointParts {
  readonly room: () => Room
  readonly desk: Desk
  readonly logAccess: (line: AccessLine) => void
  /** What it says and understands; it writes in the version that it is asked in. */
  readonly profile?: Profile
}

/** Who looked at whom: every lookup of a person is logged on the person. */
export interface AccessLine {
  readonly at: string
  readonly pnr: string
  readonly service: string
  readonly user: string
}

const notSignedOn = 901

const noReply: Reply = {
  type: 'signOn',
  service: '',
  keys: {},
  authority: null,
  state: null,
  dialogue: null,
  actions: [],
  roles: [],
  receipt: done,
  unknown: [],
}

const emptyReply = (request: ReadRequest | UpdateRequest): Reply => ({
  ...noReply,
  type: request.type,
  service: request.service,
  dialogue: request.type === 'update' ? request.dialogue : null,
})

const errorReply = (request: ReadRequest | UpdateRequest, code: number, field: string | null) => {
  const messages = [{ severity: 'error', code, text: textOf(code), field }] as const
  return { ...emptyReply(request), receipt: receiptFor(messages) }
}

export const isSave = (request: Request): request is UpdateRequest =>
  request.type === 'update' && request.action === 'save'

export function createEndpoint(parts: EndpointParts): Endpoint {
  const { room, desk, logAccess, profile = developmentProfile } = parts
  const speak = speakingIn(profile)
  const otherVersion = profile.version === '1.0' ? '2.0' : '1.0'
  const inOther: Profile = { ...profile, version: otherVersion }
  const write = (reply: Reply, version: Versioned['version']): Uint8Array =>
    writeReply(
      { ...reply, receipt: speak(reply.receipt) },
      { profile: version === profile.version ? profile : inOther },
    )
  const readReply = (request: ReadRequest, user: string): Reply => {
    const { service, keys } = request
    const now = room().store
    const pnr = keys['PNR'] ?? ''
    if (now.find(pnr) !== undefined)
      logAccess({ at: new Date(now.clock.now()).toISOString(), pnr, service, user })
    const answer = lookUp({ store: now, service, keys })
    if (answer.type === 'refused') return errorReply(request, answer.code, answer.field)
    const dialogue = now.clock.stamp()
    return { ...emptyReply(request), dialogue, roles: [answer.role] }
  }
  const callReply = (request: ReadRequest | UpdateRequest, origin: Origin): Reply => {
    const { token, faults, fate } = origin
    const user = origin.user ?? desk.userOf(token)
    if (user === null || token === null) return errorReply(request, notSignedOn, null)
    if (request.type === 'read') return readReply(request, user)
    const reply = fate === 'good' ? 'sent' : 'lost'
    return answerUpdate(room(), request, { user, token }, { refuse: faults.refuse, reply })
  }
  return {
    read: (bytes, contentType) => readVersioned(bytes, { contentType, profile }),
    answer: ({ request, version }, origin) => {
      if (request.type === 'read' || request.type === 'update')
        return { bytes: write(callReply(request, origin), version) }
      const answer =
        request.type === 'signOn' ? desk.signOn(request) : desk.signOff(request, origin.token)
      return { bytes: write({ ...noReply, receipt: answer.receipt }, version), token: answer.token }
    },
  }
}
