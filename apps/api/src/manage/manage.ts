import { readConfig } from '../config.ts'
import { StartRefused } from '../start/start-refused.ts'
import { type Command, Mistyped, type Order } from './command.ts'
import { commands } from './commands.ts'

/** EX_USAGE of sysexits: it was not typed as it is taken. */
const USAGE_EXIT = 64

export interface Typed {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: Order['say']
  readonly complain: Order['say']
}

/** Has an operator's command done, and answers with the exit code. */
export async function manage({ words, environment, say, complain }: Typed): Promise<number> {
  const [name = '', ...rest] = words
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return showUsage(complain, name === '' ? null : `no command "${name}"`)
  try {
    return await command.run({ words: rest, config: readConfig(environment), say })
  } catch (error) {
    if (error instanceof Mistyped) return showUsage(complain, error.message)
    if (!(error instanceof StartRefused)) throw error
    complain(error.message)
    return error.exitCode
  }
}

function showUsage(complain: Order['say'], reason: string | null): number {
  if (reason !== null) complain(reason)
  complain('usage: pnpm manage <command>')
  for (const [name, command] of Object.entries(commands)) complain(usageOf(name, command))
  return USAGE_EXIT
}

function usageOf(name: string, { takes, does }: Command): string {
  return `  ${[name, takes].filter((word) => word !== '').join(' ')}: ${does}`
}
