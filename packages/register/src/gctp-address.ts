import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

import { maximumBytes } from '@sagsgang/gctp'
import type { Request, Versioned } from '@sagsgang/gctp'

import type { Fate } from './faults.ts'
import { isSave } from './gctp-endpoint.ts'
import type { GctpAnswer, Origin } from './gctp-endpoint.ts'
import { readBody, tokenOf } from './http.ts'
import type { HttpAnswer, XmlAnswer } from './http.ts'
import type { Register } from './register.ts'

const closed: HttpAnswer = { type: 'text', status: 503, body: 'the register is closed' }
const tooLarge: HttpAnswer = { type: 'text', status: 413, body: 'the message is too large' }
const unreadable = (reason: string): HttpAnswer => ({
  type: 'text',
  status: 400,
  body: `the message is unreadable: ${reason}`,
})
const lost: HttpAnswer = { type: 'lost' }

/** What a body holds and who sent it, or what to answer where it holds nothing. */
export type Opened =
  | { readonly type: 'heard'; readonly heard: Versioned; readonly from: Caller }
  | { readonly type: 'refused'; readonly answer: HttpAnswer }

type Caller = Pick<Origin, 'token' | 'user'>

/** How messages travel over HTTP: out of the body of a request, and in that of an answer. */
export interface Carrier {
  open(register: Register, incoming: IncomingMessage, bytes: Uint8Array): Opened
  dress(answer: GctpAnswer): XmlAnswer
}

/** The header that hands a token out, or takes it back. */
export const cookieOf = ({ token }: GctpAnswer): string | null => {
  if (token === undefined) return null
  const expired = new Date(0).toUTCString()
  return token === null
    ? `Token=; Path=/; Expires=${expired}; HttpOnly`
    : `Token=${token.value}; Path=/; Expires=${token.expires.toUTCString()}; HttpOnly`
}

/** Half of the answer: well begun, and no message. */
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2))

/** Each message is a body of its own, and a cookie says who sent it. */
export const plainCarrier: Carrier = {
  open: (register, incoming, bytes) => {
    const read = register.endpoint.read(bytes, incoming.headers['content-type'] ?? null)
    if (read.type === 'unreadable') return { type: 'refused', answer: unreadable(read.reason) }
    return { type: 'heard', heard: read.message, from: { token: tokenOf(incoming) } }
  },
  dress: (answer) => ({ type: 'xml', bytes: answer.bytes, cookie: cookieOf(answer) }),
}

export async function answerGctp(
  register: Register,
  incoming: IncomingMessage,
  carrier: Carrier,
): Promise<HttpAnswer> {
  const { faults } = register.faults()
  if (faults.delayMs > 0) await delay(faults.delayMs)
  if (register.faults().faults.closed) return closed
  const bytes = await readBody(incoming, maximumBytes)
  if (bytes === null) return tooLarge
  const opened = carrier.open(register, incoming, bytes)
  if (opened.type === 'refused') return opened.answer
  const { heard, from } = opened
  const carryOut = (fate: Fate): XmlAnswer => {
    const origin = { ...from, faults: register.faults().faults, fate }
    return carrier.dress(register.endpoint.answer(heard, origin))
  }
  return withFate(register, heard.request, carryOut)
}

/** Only saves meet a fate; everything else is answered. */
function withFate(
  register: Register,
  request: Request,
  carryOut: (fate: Fate) => XmlAnswer,
): HttpAnswer {
  const source = register.faults()
  const fate = isSave(request) ? source.fate() : 'good'
  if (fate === 'loseRequest') return lost
  if (fate === 'lateApply') {
    register.later(source.faults.lateApply.ms, () => void carryOut(fate))
    return lost
  }
  register.runDue()
  const answer = carryOut(fate)
  if (fate === 'loseReply') return lost
  return fate === 'truncateReply' ? { ...answer, bytes: cut(answer.bytes) } : answer
}
