import type { Fields, Reply, UpdateRequest } from '@sagsgang/gctp'

import type { Faults } from '../faults.ts'
import { messageOf, objection, receiptFor } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import type { Applied, Store } from '../store.ts'
import { callOf, dayCode, initiationFaults, isDatedAhead, judged, warningsFor } from './calls.ts'
import type { Caller, Conversation, Conversations } from './conversation.ts'
import { versionsOf } from './conversation.ts'
import { fine, refused, toReply, warned } from './said.ts'
import type { Said } from './said.ts'
import { saveLater, saveNow } from './saving.ts'
import type { Call, FindService, UpdateService } from './update-service.ts'

/** The dialogue of an update service: initiate, validate, save, abort. */
export interface Room {
  readonly store: Store
  readonly services: FindService
  readonly conversations: Conversations
}

export interface Circumstances {
  /** A refusal that somebody asked for through the control address. */
  readonly refuse: Faults['refuse']
  /** Whether the caller will hear of it. */
  readonly reply: Applied['reply']
}

const nameOf = ({ ruling, field }: Objection): string => `${ruling}/${field}`

/** One call of a dialogue in, what the register says to it out. */
export function answerUpdate(
  room: Room,
  request: UpdateRequest,
  caller: Caller,
  circumstances: Circumstances,
): Reply {
  const begins = request.action === null && request.dialogue === null
  const said = begins ? initiate(room, request, caller) : go(room, request, caller, circumstances)
  return toReply(request, said)
}

function initiate(room: Room, request: UpdateRequest, caller: Caller): Said {
  const { store, conversations } = room
  const service = room.services(request.service)
  if (service === undefined) return refused([objection('unknownService', '')])
  const call = callOf(store, request)
  const faults = initiationFaults(service, call, request)
  if (faults.length > 0) return refused(faults)
  const warnings = warningsFor(call)
  const timestamp = store.clock.stamp()
  conversations.open({
    timestamp,
    ...caller,
    service: request.service.toUpperCase(),
    keys: call.keys,
    authority: call.authority,
    seen: versionsOf(store, call.keys),
    shown: new Set(warnings.map(nameOf)),
  })
  const receipt = receiptFor(warnings.map(messageOf))
  return { state: 'initiated', receipt, dialogue: timestamp, fields: service.current(call) }
}

const sameFields = (one: Fields, other: Fields): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every(
    (code) => (one[code] ?? '') === (other[code] ?? ''),
  )

function go(
  room: Room,
  request: UpdateRequest,
  caller: Caller,
  circumstances: Circumstances,
): Said {
  const conversation = room.conversations.find(request, caller)
  const service = room.services(request.service)
  if (conversation === undefined || service === undefined) return refused([objection('lapsed', '')])
  const { authority } = conversation
  const call = callOf(room.store, { ...request, authority })
  if (!sameFields(call.keys, conversation.keys))
    return refused([objection('keysChanged', '')], 'faulty')
  if (request.action === 'abort') {
    room.conversations.close(conversation.timestamp)
    return fine('aborted')
  }
  return (
    planted(request, circumstances) ??
    overtaken(room, request, conversation) ??
    stopped(room, service, asOfItsDay(call, request), conversation) ??
    carriedOut(room, { request, service, call, conversation, circumstances })
  )
}

/** Data sent ahead to wait are judged as if their day had come. */
const asOfItsDay = (call: Call, request: UpdateRequest): Call =>
  request.wait === true && isDatedAhead(call)
    ? { ...call, data: { ...call.data, [dayCode(call)]: call.store.clock.today() } }
    : call

function planted(request: UpdateRequest, { refuse }: Circumstances): Said | null {
  if (refuse === null || refuse.service.toUpperCase() !== request.service.toUpperCase()) return null
  const { code, text, field } = refuse
  const messages = [{ severity: 'error', code, text, field: field === '' ? null : field }] as const
  return { state: 'faulty', receipt: receiptFor(messages) }
}

/** Whatever is wrong with a save now: others came first, so it has to begin anew. */
function overtaken({ store }: Room, request: UpdateRequest, { keys, seen }: Conversation) {
  if (request.action !== 'save') return null
  const versions = Object.entries(versionsOf(store, keys))
  const isAsSeen = versions.every(([pnr, count]) => seen[pnr] === count)
  return isAsSeen ? null : refused([objection('changedMeanwhile', '')])
}

/** Errors, and warnings that this conversation has not shown yet; null when the action may go on. */
function stopped(
  { conversations }: Room,
  service: UpdateService,
  call: Call,
  { shown, timestamp }: Conversation,
): Said | null {
  const errors = judged(service, call)
  if (errors.length > 0) return refused(errors, 'faulty')
  const fresh = warningsFor(call).filter((warning) => !shown.has(nameOf(warning)))
  if (fresh.length === 0) return null
  conversations.show(timestamp, fresh.map(nameOf))
  return warned(fresh)
}

interface Ready {
  readonly request: UpdateRequest
  readonly service: UpdateService
  readonly call: Call
  readonly conversation: Conversation
  readonly circumstances: Circumstances
}

function carriedOut({ conversations }: Room, ready: Ready): Said {
  const { request, service, call, conversation, circumstances } = ready
  if (request.action !== 'save') return fine('valid')
  const { user, timestamp } = conversation
  conversations.close(timestamp)
  const saver = { user, timestamp, reply: circumstances.reply }
  return request.wait === true ? saveLater(service, call, saver) : saveNow(service, call, saver)
}
