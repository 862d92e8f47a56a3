import type { IncomingMessage, ServerResponse } from 'node:http'

import { contentType as ownContentType } from '@sagsgang/gctp'

/** What an address answers with; `lost` closes the connection without a word. */
export type HttpAnswer =
  | { readonly type: 'json'; readonly status: number; readonly body: unknown }
  | XmlAnswer
  | { readonly type: 'lost' }
  | { readonly type: 'text'; readonly status: number; readonly body: string }

export interface XmlAnswer {
  readonly type: 'xml'
  readonly bytes: Uint8Array
  readonly cookie: string | null
  /** 200 where nothing is said. */
  readonly status?: number
  /** The register's own where nothing is said. */
  readonly contentType?: string
}

export const json = (body: unknown, status = 200): HttpAnswer => ({ type: 'json', status, body })
export const problem = (error: string, status = 400): HttpAnswer => json({ error }, status)

/** The whole body, or null when it is longer than anybody may send; read to its end, so that the answer is heard. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length <= limit) chunks.push(bytes)
  }
  return length > limit ? null : Buffer.concat(chunks)
}

const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

export function send(response: ServerResponse, answer: HttpAnswer): void {
  if (answer.type === 'lost') return void response.socket?.destroy()
  if (answer.type === 'xml') return sendXml(response, answer)
  const isJson = answer.type === 'json'
  const body = Buffer.from(isJson ? `${JSON.stringify(answer.body)}\n` : answer.body)
  response.writeHead(answer.status, {
    ...headers,
    'Content-Type': isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  })
  response.end(body)
}

function sendXml(response: ServerResponse, answer: XmlAnswer): void {
  const { bytes, cookie, status = 200, contentType = ownContentType } = answer
  response.writeHead(status, {
    ...headers,
    'Content-Type': contentType,
    'Content-Length': bytes.length,
    ...(cookie !== null && { 'Set-Cookie': cookie }),
  })
  response.end(bytes)
}

const tokenCookie = /^\s*token\s*=\s*(.*?)\s*$/i

/** The token that the caller sends along; its name may come in any letter case. */
export function tokenOf(request: IncomingMessage): string | null {
  return tokenIn(request.headers.cookie ?? '')
}

export function tokenIn(cookies: string): string | null {
  for (const part of cookies.split(';')) {
    const token = tokenCookie.exec(part)?.[1]
    if (token !== undefined && token !== '') return token
  }
  return null
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** From this very machine, and asked for by its own name: a page elsewhere cannot pose as it. */
export function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const isOwnName = ['127.0.0.1', 'localhost', '[::1]'].includes(host)
  return loopback.has(request.socket.remoteAddress ?? '') && isOwnName
}
