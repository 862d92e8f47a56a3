import { createBareClient, type PreparedSave, type Update } from '@sagsgang/gctp'
import type { BareRegister } from '@sagsgang/register'

import type { RegisterPort } from '../register-client/register-port.ts'
import type { Random } from './random.ts'

/** How often a save comes to no answer: one in three of them was never carried out. */
export interface Silence {
  readonly random: Random
  readonly probability: number
}

const noBytes = new Uint8Array()

/** The door to a register in the same process: nothing is audited here, and nobody else comes through. */
export function createBarePort(register: BareRegister, silence: Silence): RegisterPort {
  const client = createBareClient({
    lookUp: (service, keys) => register.lookUp(service, keys),
    update: (request) => register.update(request),
    save: (request) => {
      const isSilent = silence.random.chance(silence.probability)
      if (isSilent && silence.random.chance(1 / 3)) return null
      const reply = register.update(request)
      return isSilent ? null : reply
    },
  })
  const updates = new WeakMap<PreparedSave, Update>()
  return {
    today: () => register.store.clock.today(),
    lookUp: async (_, { service, keys }) => client.lookUp(service, keys),
    lookUpAll: async (_, orders) => orders.map(({ service, keys }) => client.lookUp(service, keys)),
    initiate: async (_, update) => client.initiate(update),
    validate: async (_, dialogue, update) => client.validate(dialogue, update),
    abort: async (_, { timestamp, ...of }) => {
      register.update({ type: 'update', ...of, action: 'abort', dialogue: timestamp, data: {} })
      return { type: 'ended' }
    },
    prepareSave: (dialogue, update) => {
      const prepared = { dialogue, bytes: noBytes, hash: '' }
      updates.set(prepared, update)
      return prepared
    },
    save: async (prepared) => {
      const update = updates.get(prepared)
      if (!update) throw new Error('a save that was not prepared')
      return { answer: client.save(prepared.dialogue, update), exchanges: [] }
    },
  }
}
