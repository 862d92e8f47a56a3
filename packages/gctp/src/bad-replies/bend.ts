import type { UnreadableReason } from '../message.ts'

/** A reply that must not be believed, and the reason that a reader owes for it. */
export interface BadReply {
  readonly name: string
  readonly reason: UnreadableReason
  readonly bytes: Uint8Array
  readonly contentType?: string
}

export const latin1 = (text: string) => Buffer.from(text, 'latin1')
export const receipt = '<Kvit r="Ok" t="" v="0"/>'
export const row = (name: string, reason: UnreadableReason, text: string): BadReply => ({
  name,
  reason,
  bytes: latin1(text),
})

export const because = (reason: UnreadableReason) => (name: string, text: string) =>
  row(name, reason, text)

/** The good reply with one thing bent; a bend that changes nothing would prove nothing. */
export function bend(text: string, from: string | RegExp, to: string): string {
  const bent = text.replace(from, to)
  if (bent === text) throw new Error(`nothing to bend: ${from}`)
  return bent
}

export const person = /<Field r="PNR" v="\d{10}"\/>/
/** With a field of this value beside the person's number. */
export const valued = (text: string, value: string) =>
  bend(text, person, `$&<Field r="X" v="${value}"/>`)
export const receipted = (text: string, to: string) => bend(text, receipt, to)
/** With elements that the grammar does not know beside the receipt. */
export const grown = (text: string, elements: string) => receipted(text, receipt + elements)
