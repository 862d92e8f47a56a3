import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

import { maximumBytes } from '../xml-decode.ts'
import type { FailureReason } from './contract.ts'
import { type Act, framed, unframed } from './raw-server.ts'

/** Ways of sending a reply, by name. */
type Frame = readonly [name: string, act: Act]
type BadFrame = readonly [name: string, reason: FailureReason, act: Act]

export const ok = ['200 OK', 'Content-Type: text/xml']

const writing =
  (response: Uint8Array): Act =>
  (socket) =>
    void socket.write(response)
const ending =
  (response: Uint8Array): Act =>
  (socket) =>
    void socket.end(response)
const chunk = (bytes: Uint8Array | string) =>
  `${bytes.length.toString(16)}\r\n${Buffer.from(bytes).toString('latin1')}\r\n`
const chunked = [...ok, 'Transfer-Encoding: chunked']

/** Writes as fast as it is taken, until the other side has enough or 100 MB have gone. */
export function flood(
  socket: Socket,
  piece: Uint8Array,
  onPiece: () => void = () => undefined,
): void {
  let left = 100_000_000
  const go = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= piece.length
      onPiece()
      if (!socket.write(piece)) return void socket.once('drain', go)
    }
  }
  go()
}

const flooding =
  (head: readonly string[], piece: Uint8Array | string): Act =>
  (socket) => {
    socket.write(unframed(head, ''))
    flood(socket, Buffer.from(piece))
  }

/** Begins an answer and goes on with it, a little at a time, for as long as anybody listens. */
function dripping(head: readonly string[], piece: string, gap = '\r\n\r\n'): Act {
  return (socket) => {
    socket.write(`HTTP/1.1 ${head.join('\r\n')}${gap}`)
    const timer = setInterval(() => socket.write(piece), 20)
    socket.on('close', () => clearInterval(timer))
  }
}

/** Frames that hold no reply, whatever lies in them. */
export function listBadFrames(body: Uint8Array): readonly BadFrame[] {
  return [oversized, misframed, torn, otherwise].flatMap((list) => list(body))
}

function oversized(body: Uint8Array): readonly BadFrame[] {
  const gzip = [...ok, 'Content-Encoding: gzip']
  return [
    ['one byte too many', 'unreadable', writing(framed(ok, Buffer.alloc(maximumBytes + 1, ' ')))],
    ['100 MB', 'unreadable', flooding([...ok, 'Content-Length: 100000000'], Buffer.alloc(65_536))],
    ['100 MB in chunks', 'unreadable', flooding(chunked, chunk('x'.repeat(65_536)))],
    ['100 MB until the end', 'unreadable', flooding(ok, Buffer.alloc(65_536))],
    ['a bomb of gzip', 'unreadable', writing(framed(gzip, gzipSync(Buffer.alloc(20_000_000))))],
    ['its good self in gzip', 'unreadable', writing(framed(gzip, gzipSync(body)))],
  ]
}

function misframed(body: Uint8Array): readonly BadFrame[] {
  const half = body.subarray(0, body.length / 2)
  return [
    [
      'less than it promised',
      'transport',
      ending(unframed([...ok, `Content-Length: ${body.length + 9}`], body)),
    ],
    [
      'more than it promised',
      'transport',
      writing(unframed([...ok, `Content-Length: ${half.length}`], body)),
    ],
    ['two lengths', 'transport', writing(framed([...ok, 'Content-Length: 7'], body))],
    ['a length that is none', 'transport', writing(unframed([...ok, 'Content-Length: x'], body))],
    [
      'a length and chunks',
      'transport',
      writing(framed(chunked, Buffer.from(chunk(body) + chunk('')))),
    ],
    ['chunks without the last', 'transport', ending(unframed(chunked, chunk(body)))],
    ['a chunk of strange length', 'transport', writing(unframed(chunked, 'zz\r\nx\r\n0\r\n\r\n'))],
    ['half of itself until the end', 'unreadable', ending(unframed(ok, half))],
    [
      'half of itself, then a reset',
      'transport',
      (socket) => {
        socket.write(unframed([...ok, `Content-Length: ${body.length}`], half), () =>
          socket.resetAndDestroy(),
        )
      },
    ],
  ]
}

/** No HTTP to speak of. */
function torn(body: Uint8Array): readonly BadFrame[] {
  return [
    ['an end instead', 'transport', (socket) => void socket.end()],
    ['a reset instead', 'transport', (socket) => socket.resetAndDestroy()],
    ['itself without a head', 'transport', ending(body)],
    ['another protocol', 'transport', ending(Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'))],
    [
      'a change of protocols',
      'transport',
      writing(unframed(['101 Switching Protocols', 'Upgrade: h2c', 'Connection: Upgrade'], body)),
    ],
    [
      'a head without end',
      'transport',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX: ')
        flood(socket, Buffer.alloc(65_536, 'x'))
      },
    ],
    [
      'a head of too many lines',
      'transport',
      (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${'X-Y: z\r\n'.repeat(20_000)}`)
      },
    ],
  ]
}

function otherwise(body: Uint8Array): readonly BadFrame[] {
  const page = Buffer.from('<!DOCTYPE html><p>Lukket</p>')
  const redirect = (status: string): BadFrame => [
    `the redirect ${status}`,
    'transport',
    writing(framed([status, 'Location: /cpr-online-gctp/gctp'], body)),
  ]
  return [
    ...['301 Moved', '302 Found', '303 See Other', '307 Temporary', '308 Permanent'].map(redirect),
    [
      'itself, unauthorised',
      'transport',
      writing(framed(['401 Unauthorized', 'WWW-Authenticate: Basic'], body)),
    ],
    [
      'itself, and 407',
      'transport',
      writing(framed(['407 Proxy', 'Proxy-Authenticate: Basic'], body)),
    ],
    ['itself, in part', 'transport', writing(framed(['206 Partial Content'], body))],
    ['itself, and 500', 'transport', writing(framed(['500 Error'], body))],
    ['nothing, and 204', 'transport', writing(unframed(['204 No Content'], ''))],
    ['a page, and 404', 'transport', writing(framed(['404 Not Found'], page))],
    ['a page, and 503', 'closed', writing(framed(['503 Unavailable', 'Retry-After: 1'], page))],
    ['itself, and 503', 'closed', writing(framed(['503 Unavailable'], body))],
  ]
}

/** Frames that never come to an end. */
export function listSlowFrames(body: Uint8Array): readonly Frame[] {
  return [
    ['silence', () => undefined],
    ['silence after the head', writing(unframed([...ok, 'Content-Length: 9'], ''))],
    ['silence after half the head', writing(Buffer.from('HTTP/1.1 200 OK\r\nContent-'))],
    ['silence after a hint to go on', writing(unframed(['100 Continue'], ''))],
    [
      'silence after all but a byte',
      writing(unframed([...ok, `Content-Length: ${body.length + 1}`], body)),
    ],
    ['a byte now and then', dripping([...ok, 'Content-Length: 1000'], 'x')],
    ['a chunk now and then', dripping(chunked, chunk('x'))],
    ['a chunk whose length never ends', dripping(chunked, '0')],
    ['a head that grows now and then', dripping(['200 OK', 'X: '], 'x', '')],
  ]
}

/** Unusual frames, and still a reply. */
export function listGoodFrames(body: Uint8Array): readonly Frame[] {
  return [
    [
      'in chunks of a byte',
      (socket) => {
        const bytes = [...body].map((byte) => chunk(Uint8Array.of(byte)))
        socket.write(unframed(chunked, `${bytes.join('')}0\r\n\r\n`))
      },
    ],
    ['until the end', ending(unframed(ok, body))],
    [
      'after a hint to go on',
      (socket) => {
        socket.write(unframed(['100 Continue'], ''))
        socket.write(framed(ok, body))
      },
    ],
  ]
}
