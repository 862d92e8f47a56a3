import { developmentProfile } from '@sagsgang/gctp'
import type { Fields, Reply, UpdateRequest } from '@sagsgang/gctp'

import type { Faults } from './faults.ts'
import { breachesOf } from './invariants.ts'
import type { Breach } from './invariants.ts'
import { lookUp } from './lookups/look-up.ts'
import type { PopulationSize } from './people/population.ts'
import { noDisk } from './persistence.ts'
import { done, receiptFor, textOf } from './receipts.ts'
import { createRegisterCore } from './register.ts'
import type { Register } from './register.ts'
import { demoUser } from './sign-on.ts'
import type { Store } from './store.ts'
import { createConversations } from './updates/conversation.ts'
import { answerUpdate } from './updates/dialogue.ts'
import { findUpdateService } from './updates/services.ts'

/** The register without HTTP, bytes and sign-on, in the caller's own process: for tests that ask it very often. */
export interface BareRegister {
  readonly store: Store
  lookUp(service: string, keys: Fields): Reply
  update(request: UpdateRequest): Reply
  /** From now on every save of this service is refused so; null: none is. */
  refuse(refusal: Faults['refuse']): void
  /** What has fallen due by the register's clock. */
  runDue(): void
  /** What is wrong with the rows of these people, or of everybody. */
  breaches(people?: readonly string[]): readonly Breach[]
}

export interface BareRegisterOptions extends PopulationSize {
  /** Milliseconds. */
  readonly now: () => number
}

const caller = { user: demoUser, token: 'bare' }

export function createBareRegister({ now, ...size }: BareRegisterOptions): BareRegister {
  const services = findUpdateService
  return bareOver(
    createRegisterCore({ disk: noDisk, real: now, services, size, logAccess: () => {} }),
  )
}

/** The same people again and again: whatever is done to them in one register, the next knows nothing of. */
export function createBareRegisters(options: BareRegisterOptions): () => BareRegister {
  const image = createBareRegister(options).store.image()
  const { now: real, ...size } = options
  const disk = { ...noDisk, load: () => image }
  const services = findUpdateService
  return () => bareOver(createRegisterCore({ disk, real, services, size, logAccess: () => {} }))
}

/** The same register, asked without HTTP. */
export function bareOver(core: Register): BareRegister {
  const { lapseMinutes } = developmentProfile
  const conversations = createConversations(() => core.store().clock.now(), lapseMinutes)
  let refuse: Faults['refuse'] = null
  const room = () => ({ store: core.store(), services: findUpdateService, conversations })
  return {
    get store() {
      return core.store()
    },
    lookUp: (service, keys) => {
      const { store } = room()
      const answer = lookUp({ store, service, keys })
      const reply = { ...silence, service, dialogue: store.clock.stamp() }
      if (answer.type === 'found') return { ...reply, roles: [answer.role] }
      const { code, field } = answer
      const fault = { severity: 'error', code, text: textOf(code), field } as const
      return { ...reply, receipt: receiptFor([fault]) }
    },
    update: (request) => answerUpdate(room(), request, caller, { refuse, reply: 'sent' }),
    refuse: (refusal) => {
      refuse = refusal
    },
    runDue: () => core.runDue(),
    breaches: (people) => {
      const { store } = room()
      const meant = people?.flatMap((pnr) => store.find(pnr) ?? []) ?? [...store.all()]
      return meant.flatMap((person) => breachesOf(person, store))
    },
  }
}

const silence: Reply = {
  type: 'read',
  service: '',
  keys: {},
  authority: null,
  state: null,
  dialogue: null,
  actions: [],
  roles: [],
  receipt: done,
  unknown: [],
}
