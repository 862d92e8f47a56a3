import { keepsContract, type Understanding } from '../keeps-contract.ts'
import type { Fields, Receipt, Reply } from '../message.ts'
import type { Profile } from '../profile.ts'
import { mainRole, publicCodes, restartKey } from '../public-words.ts'
import { findReceipt } from '../receipts.ts'
import type { Heard } from './caller.ts'
import type {
  AbortAnswer,
  FailureReason,
  InitiateAnswer,
  LookUpAnswer,
  SaveAnswer,
  Update,
  ValidateAnswer,
} from './contract.ts'

/** Pure: what was heard, judged for each kind of call. */

export function toLookUpAnswer(heard: Heard, understanding: Understanding): LookUpAnswer {
  const { profile } = understanding
  if (heard.type !== 'heard') return { type: 'failed', reason: heard.reason }
  const { receipt, roles, unknown } = heard.reply
  const failure = findFailure(receipt, profile)
  if (failure !== null) return { type: 'failed', reason: failure }
  if (!keepsContract(heard.reply, understanding)) return { type: 'failed', reason: 'contract' }
  if (receipt.outcome === 'error') {
    const isEmpty = receipt.code === profile.codes.noRows
    return isEmpty ? { type: 'refused', receipt, isEmpty } : { type: 'refused', receipt }
  }
  const rest = roles.find(({ name }) => name === mainRole)?.fields[restartKey]?.value
  return { type: 'found', roles, rest: rest || null, receipt, unknown }
}

export function toInitiateAnswer(heard: Heard, update: Update, profile: Profile): InitiateAnswer {
  if (heard.type !== 'heard') return { type: 'failed', reason: heard.reason }
  const { receipt, dialogue: timestamp } = heard.reply
  const failure = findFailure(receipt, profile)
  if (failure !== null) return { type: 'failed', reason: failure }
  if (receipt.outcome === 'error') return { type: 'refused', receipt }
  if (timestamp === null) return { type: 'failed', reason: 'unreadable' }
  const { service, keys, authority } = update
  const dialogue = { service, keys, authority, timestamp }
  if (receipt.outcome === 'warning') return { type: 'warned', dialogue, receipt }
  return { type: 'accepted', dialogue, current: valuesOf(heard.reply), receipt }
}

export function toValidateAnswer(heard: Heard, profile: Profile): ValidateAnswer {
  if (heard.type !== 'heard') return { type: 'failed', reason: heard.reason }
  const { receipt } = heard.reply
  const failure = findFailure(receipt, profile)
  if (failure !== null) return { type: 'failed', reason: failure }
  if (receipt.outcome === 'done') return { type: 'accepted', receipt }
  if (receipt.outcome === 'warning') return { type: 'warned', receipt }
  const isLapsed = findReceipt(receipt.code, profile)?.class === 'lapsed'
  return { type: isLapsed ? 'lapsed' : 'refused', receipt }
}

/**
 * Only what is certain is said: a documented refusal, a documented "not executed", or a positive
 * receipt with the conversation in the state that a save ends in. All else may have been executed.
 */
export function toSaveAnswer(heard: Heard, profile: Profile): SaveAnswer {
  if (heard.type === 'notSent') return { type: 'unsent', reason: heard.reason }
  if (heard.type === 'broken') return { type: 'unknown', reason: heard.reason }
  const { reply } = heard
  const { receipt, state } = reply
  const isStored = state === 'saved' || state === 'waiting'
  if (receipt.outcome === 'error') {
    return isStored ? { type: 'unknown', reason: 'unreadable' } : toRefusedSave(receipt, profile)
  }
  if (isStored) {
    return { type: 'accepted', output: valuesOf(reply), receipt, queued: state === 'waiting' }
  }
  const isWarned = receipt.outcome === 'warning' && state === 'warned'
  return isWarned ? { type: 'warned', receipt } : { type: 'unknown', reason: 'unreadable' }
}

export function toAbortAnswer(heard: Heard, profile: Profile): AbortAnswer {
  if (heard.type !== 'heard') return { type: 'failed', reason: heard.reason }
  const { receipt, state } = heard.reply
  const failure = findFailure(receipt, profile)
  if (failure !== null) return { type: 'failed', reason: failure }
  return { type: state === 'aborted' ? 'ended' : 'gone' }
}

function toRefusedSave(receipt: Receipt, profile: Profile): SaveAnswer {
  const known = findReceipt(receipt.code, profile)?.class
  if (known === 'lapsed' || isNotSignedOn(receipt)) return { type: 'unsent', reason: 'lapsed' }
  if (known === 'refused') return { type: 'refused', receipt }
  const failure = findFailure(receipt, profile)
  if (known === 'signOn' && failure !== null) return { type: 'unsent', reason: failure }
  return { type: 'unknown', reason: failure ?? 'unreadable' }
}

export function isNotSignedOn(receipt: Receipt): boolean {
  return receipt.code === publicCodes.notSignedOn
}

/** Why a receipt answers nothing: no access, or a fault of the register's own. */
function findFailure({ code, outcome }: Receipt, profile: Profile): FailureReason | null {
  if (outcome !== 'error') return null
  const known = findReceipt(code, profile)?.class
  if (known === 'fault') return 'transport'
  if (known !== 'signOn' && !isSignOnCode(code)) return null
  return code === profile.codes.locked ? 'locked' : 'signOnRefused'
}

/** Codes from 900 are about signing on, the undocumented ones too. */
function isSignOnCode(code: number): boolean {
  return code >= 900 && code <= 999
}

/** The main role's fields and blocks by wire code, without display texts. */
function valuesOf(reply: Reply): Fields {
  const main = reply.roles.find(({ name }) => name === mainRole)
  const groups = main === undefined ? [] : [main.fields, ...Object.values(main.blocks)]
  const values: Record<string, string> = Object.create(null)
  for (const [code, { value }] of groups.flatMap((group) => Object.entries(group))) {
    values[code] = value
  }
  return values
}
