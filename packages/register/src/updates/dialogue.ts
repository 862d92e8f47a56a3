import type { Action, DialogueState, Fields, Receipt, Reply, UpdateRequest } from '@sagsgang/gctp'
import { mainRole } from '@sagsgang/gctp'

import { findAuthority } from '../authorities.ts'
import type { Faults } from '../faults.ts'
import { fieldsOf } from '../lookups/write-row.ts'
import { birthDateOf } from '../personnummer.ts'
import { messageOf, objection, receiptFor, refusal } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import type { Applied, Store } from '../store.ts'
import type { Caller, Conversation, Conversations } from './conversation.ts'
import { versionsOf } from './conversation.ts'
import { establishingFaults, formFaults } from './form.ts'
import type { Call, FindService, UpdateService } from './update-service.ts'

export interface Dialogues {
  answer(request: UpdateRequest, caller: Caller, fault: Fault): Reply
  /** Applies what waited for its day. */
  releaseWaiting(): void
}

export interface Fault {
  readonly refuse: Faults['refuse']
  /** Whether the caller will hear of it. */
  readonly reply: Applied['reply']
}

export interface Room {
  readonly store: Store
  readonly services: FindService
  readonly conversations: Conversations
}

const offered: readonly Action[] = ['validate', 'save', 'abort']
const afterValid: readonly Action[] = ['save', 'validate', 'abort']

interface Said {
  readonly state: DialogueState | null
  readonly receipt: Receipt
  readonly dialogue?: string
  readonly fields?: Fields
}

const actionsIn = (state: DialogueState | null): readonly Action[] => {
  if (state === 'valid') return afterValid
  return state === 'initiated' || state === 'faulty' || state === 'warned' ? offered : []
}

const toReply = (request: UpdateRequest, said: Said): Reply => ({
  type: 'update',
  service: request.service,
  keys: request.keys,
  authority: request.authority === '' ? null : request.authority,
  state: said.state,
  dialogue: said.dialogue ?? request.dialogue,
  actions: actionsIn(said.state),
  roles:
    said.fields === undefined
      ? []
      : [{ name: mainRole, fields: fieldsOf(said.fields), blocks: {}, tables: [] }],
  receipt: said.receipt,
  unknown: [],
})

const refused = (objections: readonly Objection[], state: DialogueState | null = null): Said => ({
  state,
  receipt: refusal(objections),
})

/** Blanks at the end pad a field; an empty field is no field. */
export const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([code, value]) =>
      value.trim() === '' ? [] : [[code, value.trimEnd()]],
    ),
  )

export const callOf = (store: Store, request: UpdateRequest): Call => ({
  store,
  keys: filled(request.keys),
  data: filled(request.data),
  authority: request.authority,
  authorityType: findAuthority(request.authority)?.type ?? '',
})

function keyFaults(service: UpdateService, { keys, store }: Call): readonly Objection[] {
  const required = service.keys.filter((key) => key.required).map(({ code }) => code)
  const form = formFaults(keys, service.keys, required)
  if (form.length > 0) return form
  return service.keys
    .filter(({ code, format }) => format === 'pnr10' && birthDateOf(keys[code] ?? '') !== null)
    .filter(({ code }) => store.find(keys[code] ?? '') === undefined)
    .map(({ code }) => objection('notInRegister', code))
}

/** Whether the authority may come here at all; then whether the keys name anybody. */
function initiationFaults(service: UpdateService, call: Call, request: UpdateRequest) {
  if (findAuthority(call.authority) === undefined) return [objection('unknownAuthority', '')]
  if (!service.mayUse(call.authorityType, call)) return [objection('noAccess', '')]
  if (request.onBehalfOf !== undefined) return [objection('landAtInitiation', '')]
  return keyFaults(service, call)
}

const sameFields = (one: Fields, other: Fields): boolean => {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...codes].every((code) => (one[code] ?? '') === (other[code] ?? ''))
}

const isFuture = (call: Call): boolean => (call.data['HDTO'] ?? '') > call.store.clock.today()

/** Layer by layer: what is wrong with the form hides what is wrong with the people. */
export function judged(service: UpdateService, call: Call): readonly Objection[] {
  const form = [
    ...formFaults(call.data, service.input, service.required),
    ...establishingFaults(call.data),
  ]
  return form.length > 0 ? form : service.judge(call)
}

function warningsFor({ keys, store }: Call): readonly Objection[] {
  const waiting = new Set(store.waiting().map(({ pnr }) => pnr))
  return Object.entries(keys)
    .filter(([, value]) => waiting.has(value))
    .map(([code]) => objection('dataWaiting', code))
}

const nameOf = ({ ruling, field }: Objection): string => `${ruling}/${field}`

export function createDialogues({ store, services, conversations }: Room): Dialogues {
  const initiate = (request: UpdateRequest, caller: Caller): Said => {
    const service = services(request.service)
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

  /** Refusals and unseen warnings; null when the action may go on. */
  const objections = (
    service: UpdateService,
    call: Call,
    conversation: Conversation,
  ): Said | null => {
    const errors = judged(service, call)
    if (errors.length > 0) return refused(errors, 'faulty')
    const fresh = warningsFor(call).filter((warning) => !conversation.shown.has(nameOf(warning)))
    if (fresh.length === 0) return null
    conversations.show(conversation.timestamp, fresh.map(nameOf))
    return { state: 'warned', receipt: receiptFor(fresh.map(messageOf)) }
  }

  const save = (service: UpdateService, call: Call, by: Save): Said => {
    const { conversation, fault } = by
    const now = versionsOf(store, conversation.keys)
    if (Object.entries(now).some(([pnr, count]) => conversation.seen[pnr] !== count))
      return refused([objection('changedMeanwhile', '')])
    conversations.close(conversation.timestamp)
    const written = service.write(call)
    const applied = appliedBy(service, call, conversation, fault.reply)
    store.keep({ ...written.change, applied })
    return { state: 'saved', receipt: receiptFor([]), fields: written.output }
  }

  const appliedBy = (
    service: UpdateService,
    call: Call,
    conversation: Pick<Conversation, 'user' | 'timestamp'>,
    reply: Applied['reply'],
  ): Applied => ({
    seq: store.applied().length + 1,
    at: new Date(store.clock.now()).toISOString(),
    service: service.id,
    event: service.event(call),
    keys: call.keys,
    user: conversation.user,
    authority: call.authority,
    dialogue: conversation.timestamp,
    reply,
  })

  const wait = (service: UpdateService, call: Call, conversation: Conversation): Said => {
    conversations.close(conversation.timestamp)
    const entry = {
      id: Number(store.clock.state().lastStamp.slice(6, 20)),
      due: call.data['HDTO'] ?? store.clock.today(),
      pnr: call.keys['PNR'] ?? '',
      service: service.id,
      keys: call.keys,
      data: call.data,
      authority: call.authority,
      user: conversation.user,
      dialogue: conversation.timestamp,
    }
    store.keep({ waiting: [...store.waiting(), entry] })
    return { state: 'waiting', receipt: receiptFor([]) }
  }

  const proceed = (request: UpdateRequest, caller: Caller, fault: Fault): Said => {
    const conversation = conversations.find(request, caller)
    const service = services(request.service)
    if (conversation === undefined || service === undefined)
      return refused([objection('lapsed', '')])
    const call = { ...callOf(store, request), authority: conversation.authority }
    if (!sameFields(call.keys, conversation.keys))
      return refused([objection('keysChanged', '')], 'faulty')
    if (request.action === 'abort') {
      conversations.close(conversation.timestamp)
      return { state: 'aborted', receipt: receiptFor([]) }
    }
    const planted = plantedRefusal(request, fault)
    if (planted !== null) return planted
    const waits = request.wait === true && isFuture(call)
    const now = waits ? { ...call, data: { ...call.data, HDTO: store.clock.today() } } : call
    const stopped = objections(service, now, conversation)
    if (stopped !== null) return stopped
    if (request.action === 'validate') return { state: 'valid', receipt: receiptFor([]) }
    if (request.wait === true) return wait(service, call, conversation)
    return save(service, call, { conversation, fault })
  }

  const releaseWaiting = (): void => {
    for (const entry of store.waiting().filter(({ due }) => due <= store.clock.today())) {
      const service = services(entry.service)
      const call = callOf(store, { ...entry, type: 'update', action: 'save' })
      if (service === undefined || judged(service, call).length > 0) continue
      const { change } = service.write(call)
      const from = { user: entry.user, timestamp: entry.dialogue }
      const applied = appliedBy(service, call, from, 'sent')
      const waiting = store.waiting().filter(({ id }) => id !== entry.id)
      store.keep({ ...change, applied, waiting })
    }
  }

  return {
    releaseWaiting,
    answer: (request, caller, fault) =>
      toReply(
        request,
        request.action === null && request.dialogue === null
          ? initiate(request, caller)
          : proceed(request, caller, fault),
      ),
  }
}

interface Save {
  readonly conversation: Conversation
  readonly fault: Fault
}

/** The refusal that somebody asked for through the control address. */
function plantedRefusal(request: UpdateRequest, { refuse }: Fault): Said | null {
  if (refuse === null || refuse.service.toUpperCase() !== request.service.toUpperCase()) return null
  const { code, text, field } = refuse
  const messages = [{ severity: 'error', code, text, field: field === '' ? null : field }] as const
  return { state: 'faulty', receipt: receiptFor(messages) }
}
