import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A cable that can be pulled: bytes go through, until they do not and nobody is told. */
export interface Relay {
  readonly port: number
  /** From now on nothing comes through in either direction; who connects gets no answer. */
  cut(): void
  mend(): void
}

export async function startRelay(target: number): Promise<Relay> {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    keep(open, near)
    if (isCut) return near.pause()
    const far = keep(open, connect(target, '127.0.0.1'))
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server.address()),
    cut() {
      isCut = true
      for (const socket of open) socket.unpipe().pause()
    },
    // What was under way is lost, as it would be: both ends find out and connect anew.
    mend() {
      isCut = false
      for (const socket of open) socket.destroy()
    },
  }
}

function keep(open: Set<Socket>, socket: Socket): Socket {
  open.add(socket)
  socket.on('error', () => {}) // the other end sees it close
  socket.once('close', () => open.delete(socket))
  return socket
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
