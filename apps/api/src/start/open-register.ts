import { join } from 'node:path'

import { z } from 'zod'

import type { Config } from '../config.ts'
import { lockDirectory } from '../database/directory-lock.ts'
import { isLoopback } from '../is-loopback.ts'
import type { Part } from './parts.ts'
import { portRefusal } from './taken-port.ts'

/** The register that the engine talks to. */
export interface OpenRegister {
  readonly url: string
  /** Milliseconds that its clock is ahead of the real one. */
  readonly offset: () => number
  /** Where one of ours is told to misbehave; null for any other register. */
  readonly control: string | null
}

const CLOCK_MS = 250
const clockAnswer = z.object({ now: z.iso.datetime() })

export async function openRegister(
  config: Config,
  onReset: () => Promise<void>,
  add: (part: Part) => void,
): Promise<OpenRegister> {
  if (config.gctpUrl === null) return startDevelopment(config, onReset, add)
  if (!isLoopback(new URL(config.gctpUrl).hostname)) {
    return { url: config.gctpUrl, offset: () => 0, control: null }
  }
  return followDevelopment(config.gctpUrl, add)
}

/** Loaded only here: an installation that talks to the real register does not have it. */
async function startDevelopment(
  { dataDirectory, databaseUrl, registerPort, gctpSoapFile }: Config,
  onReset: () => Promise<void>,
  add: (part: Part) => void,
): Promise<OpenRegister> {
  // The embedded database has taken the directory's lock already.
  if (databaseUrl !== null) holdDirectory(dataDirectory, add)
  const { createRegister } = await import('@sagsgang/register')
  const register = await createRegister({
    dataDirectory: join(dataDirectory, 'register'),
    host: '127.0.0.1',
    port: registerPort,
    onReset,
  }).catch((error: unknown) => {
    throw portRefusal(error, 'REGISTER_PORT', registerPort)
  })
  add({ name: 'register', stop: () => register.close() })
  const url = gctpSoapFile === null ? register.url : register.soapUrl
  return { url, offset: () => register.offset(), control: register.origin }
}

function holdDirectory(directory: string, add: (part: Part) => void): void {
  const lock = lockDirectory(directory)
  add({ name: 'directory', stop: async () => lock.release() })
}

/** A development register of another process: its clock is looked at all the time, as it may be moved. */
async function followDevelopment(url: string, add: (part: Part) => void): Promise<OpenRegister> {
  let offset = 0
  const look = async () => {
    const answer = await fetch(new URL('/control/clock', url), {
      signal: AbortSignal.timeout(2_000),
    })
    if (!answer.ok) return
    const { now } = clockAnswer.parse(await answer.json())
    offset = Date.parse(now) - Date.now()
  }
  // Away, or no development register: the clock stays as it was last seen.
  const lookQuietly = () => look().catch(() => {})
  await lookQuietly()
  const timer = setInterval(() => void lookQuietly(), CLOCK_MS)
  add({ name: 'register clock', stop: async () => clearInterval(timer) })
  return { url, offset: () => offset, control: null }
}
