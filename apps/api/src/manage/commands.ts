import type { Command } from './command.ts'
import { verifyCommand } from './verify-command.ts'

/** Everything an operator can have done from the command line: one line each. */
export const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
}
