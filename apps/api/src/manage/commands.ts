import { backupCommand } from './backup-command.ts'
import type { Command } from './command.ts'
import { forgetPasswordCommand } from './forget-password-command.ts'
import { rehearseCommand } from './rehearse-command.ts'
import { restoreCommand } from './restore-command.ts'
import { statementCommand } from './statement-command.ts'
import { verifyCommand } from './verify-command.ts'

/** Everything an operator can have done from the command line: one line each. */
export const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  rehearse: rehearseCommand,
  statement: statementCommand,
  'forget-password': forgetPasswordCommand,
}
