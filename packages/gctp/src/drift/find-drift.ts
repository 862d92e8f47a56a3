import type { Read, Receipt, Reply } from '../message.ts'
import { developmentProfile, type Profile } from '../profile.ts'
import { findReceipt } from '../receipts.ts'
import type { ServiceDescription, ServiceField } from '../services/describe.ts'
import type { Drift, DriftType, Note } from './drift.ts'
import { noteContent } from './note-content.ts'
import { nameOf, textSampleOf } from './sample-of.ts'

/** What an answer is held against. */
export interface Described {
  /** Undefined for a sign-on, and for a service that nobody described: of such only the frame is looked at. */
  readonly service: ServiceDescription | undefined
  readonly profile?: Profile
  /** Whether a value is one of the codes of its field; of a field that holds no code, any is. */
  readonly isKnownCode?: (field: ServiceField, value: string) => boolean
}

/** How an answer differs from its description, each way and place once. */
export function findDrift(read: Read<Reply>, described: Described): readonly Drift[] {
  const found = new Map<string, Drift>()
  const note: Note = (type, place, sample) => {
    const drift = { type, place: nameOf(place), sample }
    const key = `${type} ${drift.place}`
    if (!found.has(key)) found.set(key, drift)
  }
  if (read.type === 'unreadable') note('unreadable', read.reason, '')
  else noteReply(read.message, described, note)
  return [...found.values()]
}

function noteReply(reply: Reply, described: Described, note: Note): void {
  const { service, profile = developmentProfile, isKnownCode = () => true } = described
  for (const name of reply.unknown) note(typeOf(name), name, '')
  noteReceipt(reply.receipt, profile, note)
  if (service !== undefined) noteContent(reply, { service, isKnownCode }, note)
}

/** The attribute for the state is no news: its word is. */
function typeOf(unknown: string): DriftType {
  if (unknown === 'CprServiceHeader@a') return 'newState'
  return unknown.includes('@') ? 'newAttribute' : 'newElement'
}

function noteReceipt(receipt: Receipt, profile: Profile, note: Note): void {
  for (const { code, text } of [receipt, ...receipt.messages]) {
    if (code === null || findReceipt(code, profile) !== undefined) continue
    note('newReceipt', `Kvit/${code}`, textSampleOf(text))
  }
}
