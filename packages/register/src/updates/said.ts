import type { Action, DialogueState, Fields, Receipt, Reply, UpdateRequest } from '@sagsgang/gctp'
import { mainRole } from '@sagsgang/gctp'

import { fieldsOf } from '../lookups/write-row.ts'
import { messageOf, receiptFor, refusal } from '../receipts.ts'
import type { Objection } from '../receipts.ts'

/** What the register says in a dialogue, before it is a reply. */
export interface Said {
  readonly state: DialogueState | null
  readonly receipt: Receipt
  /** The conversation it began, or that of the request. */
  readonly dialogue?: string
  readonly fields?: Fields
}

export const refused = (
  objections: readonly Objection[],
  state: DialogueState | null = null,
): Said => ({ state, receipt: refusal(objections) })

export const warned = (warnings: readonly Objection[]): Said => ({
  state: 'warned',
  receipt: receiptFor(warnings.map(messageOf)),
})

export const fine = (state: DialogueState): Said => ({ state, receipt: receiptFor([]) })

const offered: readonly Action[] = ['validate', 'save', 'abort']

const actions: Readonly<Partial<Record<DialogueState, readonly Action[]>>> = {
  initiated: offered,
  faulty: offered,
  warned: offered,
  valid: ['save', 'validate', 'abort'],
}

export const toReply = (request: UpdateRequest, said: Said): Reply => ({
  type: 'update',
  service: request.service,
  keys: request.keys,
  authority: request.authority === '' ? null : request.authority,
  state: said.state,
  dialogue: said.dialogue ?? request.dialogue,
  actions: said.state === null ? [] : (actions[said.state] ?? []),
  roles:
    said.fields === undefined
      ? []
      : [{ name: mainRole, fields: fieldsOf(said.fields), blocks: {}, tables: [] }],
  receipt: said.receipt,
  unknown: [],
})
