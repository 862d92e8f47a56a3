import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { Agent as HttpsAgent, request as requestTls } from 'node:https'

import type { UnreadableReason } from '../message.ts'
import { maximumBytes } from '../xml-decode.ts'
import type { FailureReason } from './contract.ts'

/** What became of one POST. `notSent` is a promise: no byte of the body left, or the other side says that it did nothing. */
export type Posted =
  | {
      readonly type: 'answered'
      readonly status: number
      readonly contentType: string | null
      readonly cookies: readonly string[]
      readonly bytes: Uint8Array
      /** The register's clock, as the head of its reply has it: to the second. */
      readonly date?: string | undefined
    }
  | ({ readonly type: 'notSent'; readonly reason: FailureReason } & Remains)
  | ({ readonly type: 'broken'; readonly reason: FailureReason } & Remains)

/** What came of no use, for the record; and why it could not be read, where that was it. */
interface Remains {
  readonly bytes?: Uint8Array
  readonly unreadable?: UnreadableReason
}

export interface Post {
  readonly bytes: Uint8Array
  readonly cookie: string
  /** A connection of its own, closed afterwards: a kept one may be dead, and a save is sent once. */
  readonly fresh: boolean
}

export interface Poster {
  /** What leaves for a message; without it the message itself. */
  readonly wrap?: (document: Uint8Array, service: string) => Uint8Array
  /** Whom the connection vouches for: nobody signs on then. */
  readonly vouchesFor?: string
  readonly post: (post: Post) => Promise<Posted>
  readonly close: () => void
}

/** By what we are known to the register's server, and by whom it is vouched for; without it by whom the machine trusts. */
export interface RegisterTls {
  /** Our own certificate with its key, in PKCS#12. */
  readonly pfx?: Buffer
  readonly passphrase?: string
  /** In PEM: these and no others. */
  readonly ca?: string
}

/** Posts over plain node: no redirects, no retries, no proxy, one deadline for the whole. */
export function createPoster(
  url: string,
  deadlineMs: number,
  tls: RegisterTls = {},
  headers: Readonly<Record<string, string>> = { 'Content-Type': 'text/xml' },
): Poster {
  const target = new URL(url)
  const isTls = target.protocol === 'https:'
  const secured = { ...tls, minVersion: 'TLSv1.2' } as const
  const kept = isTls
    ? new HttpsAgent({ keepAlive: true, ...secured })
    : new HttpAgent({ keepAlive: true })
  const open = (post: Post): ClientRequest => {
    const options = {
      method: 'POST',
      agent: post.fresh ? false : kept,
      headers: { ...headersFor(post), ...headers },
    }
    return isTls ? requestTls(target, { ...options, ...secured }) : request(target, options)
  }
  return {
    post: (post) => exchange(open(post), post.bytes, { deadlineMs, isTls }),
    close: () => kept.destroy(),
  }
}

function headersFor({ bytes, cookie }: Post): Record<string, string | number> {
  const headers = {
    'User-Agent': 'CPR/1.0',
    'Content-Length': bytes.length,
  }
  return cookie === '' ? headers : { ...headers, Cookie: cookie }
}

function exchange(
  call: ClientRequest,
  bytes: Uint8Array,
  { deadlineMs, isTls }: { deadlineMs: number; isTls: boolean },
): Promise<Posted> {
  return new Promise((resolve) => {
    let isSending = false
    const fail = (reason: FailureReason): void => {
      finish(isSending ? { type: 'broken', reason } : { type: 'notSent', reason })
    }
    let isFinished = false
    const finish = (posted: Posted): void => {
      if (isFinished) return
      isFinished = true
      clearTimeout(timer)
      resolve(posted)
      if (posted.type !== 'answered') call.destroy()
    }
    const timer = setTimeout(() => fail('timeout'), deadlineMs)
    call.on('error', () => fail(isSending ? 'transport' : 'unreachable'))
    call.on('close', () => fail(isSending ? 'transport' : 'unreachable'))
    call.on('response', (response) => collect(response, finish, fail))
    whenConnected(call, isTls, () => {
      isSending = true
      call.end(bytes)
    })
  })
}

/** Nothing is written before the connection stands: only so is `notSent` certain. */
function whenConnected(call: ClientRequest, isTls: boolean, then: () => void): void {
  call.once('socket', (socket) => {
    if (call.reusedSocket) then()
    else socket.once(isTls ? 'secureConnect' : 'connect', then)
  })
}

function collect(
  response: IncomingMessage,
  finish: (posted: Posted) => void,
  fail: (reason: FailureReason) => void,
): void {
  const chunks: Uint8Array[] = []
  let length = 0
  response.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length > maximumBytes) fail('unreadable')
    else chunks.push(chunk)
  })
  response.on('error', () => fail('transport'))
  response.on('close', () => fail('transport'))
  response.on('end', () => {
    if (!response.complete) return fail('transport')
    finish({
      type: 'answered',
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'] ?? null,
      cookies: response.headers['set-cookie'] ?? [],
      bytes: Buffer.concat(chunks),
      date: response.headers.date,
    })
  })
}
