import { contentType } from '@sagsgang/gctp'

import { bareOver } from './bare-register.ts'
import type { BareRegister } from './bare-register.ts'
import { cookieOf } from './gctp-address.ts'
import { tokenIn } from './http.ts'
import type { PopulationSize } from './people/population.ts'
import { noDisk } from './persistence.ts'
import { createRegisterCore } from './register.ts'
import type { Register } from './register.ts'
import { findUpdateService } from './updates/services.ts'

/** What a caller posts. */
interface Heard {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** The header with all cookies. */
  readonly cookie: string
}

/** What the register answers it with. */
export interface Spoken {
  readonly status: number
  readonly contentType: string
  readonly cookies: readonly string[]
  readonly bytes: Uint8Array
}

/** The register with its bytes and its sign-on, in the caller's own process: how they travel is the caller's business. */
export interface WireRegister extends BareRegister {
  answer(heard: Heard): Spoken
  /** From now on nobody is signed on. */
  rejectSignOn(rejects: boolean): void
}

export interface WireRegisterOptions extends PopulationSize {
  /** Milliseconds: the real clock, which its own begins with. */
  readonly now: () => number
  /** What nobody can guess. */
  readonly newToken: () => string
}

/** The same people again and again: whatever is done to them in one register, the next knows nothing of. */
export function createWireRegisters({
  now,
  ...size
}: Omit<WireRegisterOptions, 'newToken'>): (
  parts: Pick<WireRegisterOptions, 'now' | 'newToken'>,
) => WireRegister {
  const services = findUpdateService
  const always = { services, size, logAccess: () => {} }
  const image = createRegisterCore({ ...always, disk: noDisk, real: now })
    .store()
    .image()
  const disk = { ...noDisk, load: () => image }
  return (parts) =>
    wireOver(createRegisterCore({ ...always, disk, real: parts.now, newToken: parts.newToken }))
}

function wireOver(register: Register): WireRegister {
  const { endpoint, faults } = register
  const bare = bareOver(register)
  const answer = (heard: Heard): Spoken => {
    const read = endpoint.read(heard.bytes, heard.contentType)
    if (read.type === 'unreadable') {
      const bytes = Buffer.from(`the message is unreadable: ${read.reason}`)
      return { status: 400, contentType: 'text/plain; charset=utf-8', cookies: [], bytes }
    }
    register.runDue()
    const origin = { token: tokenIn(heard.cookie), faults: faults().faults }
    const answered = endpoint.answer(read.message, { ...origin, fate: 'good' })
    const cookie = cookieOf(answered)
    const cookies = cookie === null ? [] : [cookie]
    return { status: 200, contentType, cookies, bytes: answered.bytes }
  }
  return {
    ...bare,
    // A getter is not taken along.
    get store() {
      return register.store()
    },
    answer,
    refuse: (refuse) => register.setFaults({ ...faults().faults, refuse }),
    rejectSignOn: (rejectSignOn) => register.setFaults({ ...faults().faults, rejectSignOn }),
  }
}
