import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { join } from 'node:path'

import type { Profile } from '@sagsgang/gctp'

import { bareOver } from './bare-register.ts'
import type { BareRegister } from './bare-register.ts'
import { answerControl } from './control-addresses.ts'
import { answerGctp, plainCarrier } from './gctp-address.ts'
import type { Carrier } from './gctp-address.ts'
import type { AccessLine } from './gctp-endpoint.ts'
import { isLocal, problem, send } from './http.ts'
import type { HttpAnswer } from './http.ts'
import { noDisk, openDisk } from './persistence.ts'
import { createRegisterCore } from './register.ts'
import type { Register } from './register.ts'
import { soapCarrier } from './soap-carrier.ts'
import { findUpdateService } from './updates/services.ts'

export interface RegisterOptions {
  /** Null keeps nothing. */
  readonly dataDirectory: string | null
  readonly population?: number
  readonly seed?: number
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly now?: () => number
  /** Awaited after a reset: whoever remembers the people of before forgets them here. */
  readonly onReset?: () => Promise<void>
  /** What it speaks instead of the development profile. */
  readonly profile?: Profile
}

export interface RunningRegister {
  /** Where GCTP is spoken. */
  readonly url: string
  /** Where it is spoken in SOAP. */
  readonly soapUrl: string
  /** Where the control addresses begin. */
  readonly origin: string
  readonly port: number
  /** Milliseconds that its clock is ahead of the real one. */
  offset(): number
  /** The same register without HTTP, for tests that look inside. */
  readonly bare: BareRegister
  close(): Promise<void>
}

const gctpPath = '/cpr-online-gctp/gctp'
const soapPath = '/service/CprService/CprService/2'

const carriers: Readonly<Record<string, Carrier>> = {
  [gctpPath]: plainCarrier,
  [soapPath]: soapCarrier,
}

const accessLog = (directory: string | null) => (line: AccessLine) => {
  if (directory !== null)
    appendFileSync(join(directory, 'access.log'), `${JSON.stringify(line)}\n`, { mode: 0o600 })
}

async function answer(
  register: Register,
  request: IncomingMessage,
  onReset: () => Promise<void>,
): Promise<HttpAnswer> {
  const base = 'http://localhost'
  const address = request.url ?? '/'
  if (!URL.canParse(address, base)) return problem('badAddress')
  const url = new URL(address, base)
  const carrier = Object.hasOwn(carriers, url.pathname) ? carriers[url.pathname] : undefined
  if (carrier !== undefined)
    return request.method === 'POST'
      ? answerGctp(register, request, carrier)
      : problem('postOnly', 405)
  if (!url.pathname.startsWith('/control/')) return problem('noSuchAddress', 404)
  if (!isLocal(request)) return problem('onlyFromHere', 403)
  return answerControl(register, request, url, onReset)
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** A CPR register to develop and test against, listening. */
export async function createRegister(options: RegisterOptions): Promise<RunningRegister> {
  const { dataDirectory, population, seed, host = '127.0.0.1', now = Date.now } = options
  const disk = dataDirectory === null ? noDisk : openDisk(dataDirectory)
  const register = createRegisterCore({
    disk,
    real: now,
    services: findUpdateService,
    logAccess: accessLog(dataDirectory),
    profile: options.profile,
    size: { ...(population !== undefined && { population }), ...(seed !== undefined && { seed }) },
  })
  const onReset = options.onReset ?? (() => Promise.resolve())
  const server = createServer((request, response) => {
    answer(register, request, onReset).then(
      (found) => send(response, found),
      () => send(response, problem('fault', 500)),
    )
  })
  const port = await listen(server, options.port, host)
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    register.close()
  }
  const origin = `http://${host}:${port}`
  const offset = (): number => register.store().clock.state().offset
  const bare = bareOver(register)
  const urls = { url: `${origin}${gctpPath}`, soapUrl: `${origin}${soapPath}` }
  return { ...urls, origin, port, offset, bare, close }
}
