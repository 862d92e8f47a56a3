import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

import { maximumBytes } from '@sagsgang/gctp'
import type { Request } from '@sagsgang/gctp'

import type { Fate } from './faults.ts'
import { isSave } from './gctp-endpoint.ts'
import type { GctpAnswer } from './gctp-endpoint.ts'
import { readBody, tokenOf } from './http.ts'
import type { HttpAnswer } from './http.ts'
import type { Register } from './register.ts'

const closed: HttpAnswer = { type: 'text', status: 503, body: 'the register is closed' }
const tooLarge: HttpAnswer = { type: 'text', status: 413, body: 'the message is too large' }
const unreadable = (reason: string): HttpAnswer => ({
  type: 'text',
  status: 400,
  body: `the message is unreadable: ${reason}`,
})
const lost: HttpAnswer = { type: 'lost' }

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

export async function answerGctp(
  register: Register,
  incoming: IncomingMessage,
): Promise<HttpAnswer> {
  const { faults } = register.faults()
  if (faults.delayMs > 0) await delay(faults.delayMs)
  if (register.faults().faults.closed) return closed
  const bytes = await readBody(incoming, maximumBytes)
  if (bytes === null) return tooLarge
  const contentType = incoming.headers['content-type'] ?? null
  const read = register.endpoint.read(bytes, contentType)
  if (read.type === 'unreadable') return unreadable(read.reason)
  const heard = read.message
  const carryOut = (fate: Fate): GctpAnswer => {
    const origin = { token: tokenOf(incoming), faults: register.faults().faults, fate }
    return register.endpoint.answer(heard, origin)
  }
  return withFate(register, heard.request, carryOut)
}

/** Only saves meet a fate; everything else is answered. */
function withFate(
  register: Register,
  request: Request,
  carryOut: (fate: Fate) => GctpAnswer,
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
  const body = fate === 'truncateReply' ? cut(answer.bytes) : answer.bytes
  return { type: 'xml', bytes: body, cookie: cookieOf(answer) }
}
