import type { FieldValues, Receipt, ReceiptMessage } from './message.ts'
import type { Profile } from './profile.ts'
import { doneWord, publicCodes, receiptTextField, returnCodeWord } from './public-words.ts'
import { readTables } from './read-fields.ts'
import { UnreadableMessage } from './unreadable.ts'
import type { XmlElement } from './xml-parse.ts'

type ReceiptLevel = 'signOn' | 'service'

/** Reads `Kvit`. A word and a code that contradict each other are no receipt. */
export function readReceipt(element: XmlElement, level: ReceiptLevel, profile: Profile): Receipt {
  const code = readCode(element.attributes.get('v') ?? '')
  const outcome = readOutcome(element.attributes.get('r') ?? '', profile)
  const isDone = code === (level === 'signOn' ? publicCodes.signedOn : publicCodes.done)
  if (outcome !== 'either' && (outcome === 'done') !== isDone) refuse()
  const judged = outcome === 'either' ? (isDone ? 'done' : 'error') : outcome
  const text = element.attributes.get('t') ?? ''
  const rows = readTables(element).flatMap((table) => table.rows)
  const messages = rows.map((row) => readMessage(row.fields, profile))
  return { outcome: judged, code, text, messages: withOwn(messages, judged, { code, text }) }
}

function refuse(): never {
  throw new UnreadableMessage('receipt')
}

function readCode(text: string): number {
  if (!/^\d{1,6}$/.test(text)) refuse()
  return Number(text)
}

/** Sign-on answers say `returKode` whether they are good or bad news. */
function readOutcome(word: string, profile: Profile): Receipt['outcome'] | 'either' {
  if (word === doneWord) return 'done'
  if (word === returnCodeWord) return 'either'
  if (word === profile.receiptWords.error) return 'error'
  if (word === profile.receiptWords.warning) return 'warning'
  return refuse()
}

function readMessage(fields: FieldValues, profile: Profile): ReceiptMessage {
  const { code, field, severity } = profile.receiptFields
  const number = fields[code]?.value ?? ''
  return {
    severity: fields[severity]?.value === profile.severities.warning ? 'warning' : 'error',
    code: number === '' ? null : readCode(number),
    text: fields[receiptTextField]?.value ?? '',
    field: fields[field]?.value || null,
  }
}

/** A receipt without rows is its own only message. */
function withOwn(
  messages: readonly ReceiptMessage[],
  outcome: Receipt['outcome'],
  own: { code: number; text: string },
): readonly ReceiptMessage[] {
  if (messages.length > 0 || outcome === 'done') return messages
  return [{ severity: outcome, ...own, field: null }]
}
