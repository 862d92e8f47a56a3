import { createWireRegisters, type WireRegister } from '@sagsgang/register'

import { firstDay } from './plan.ts'
import { type SimulationServer, startServer } from './server.ts'

/** What many seeds share: a server, and an image of the register's people. */
export interface Stage {
  readonly server: SimulationServer
  readonly register: (parts: {
    readonly now: () => number
    readonly newToken: () => string
  }) => WireRegister
  /** One name for each text: the server plans it once. */
  readonly nameOf: (text: string) => string
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const server = await startServer()
  const register = createWireRegisters({ now: () => firstDay, population: 0, seed: 1 })
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const known = names.get(text) ?? `s${names.size}`
    names.set(text, known)
    return known
  }
  return { server, register, nameOf, close: () => server.close() }
}
