import type { FieldValues } from '@sagsgang/gctp'

import { dayOf } from '../clock.ts'
import type { Caller, RegisterPort } from '../register-client/register-port.ts'
import { notRead } from '../register-client/trouble.ts'
import type { NotRead } from '../register-client/trouble.ts'

/** One line of the register's own record of updates on a person. */
export interface LogEntry {
  /** 20 digits: the stamp that the rows of the same save carry. */
  readonly timestamp: string
  readonly code: string
  /** Empty on the person reported for. */
  readonly derivedMark: string
  readonly authority: string
}

export type Log = { readonly type: 'read'; readonly entries: readonly LogEntry[] } | NotRead

const day = 86_400_000

/** Updates on a person since the day before `since`: clocks of two houses never agree to the second. */
export async function readLog(
  port: Pick<RegisterPort, 'lookUp'>,
  caller: Caller,
  of: { readonly pnr: string; readonly since: Date; readonly until: Date },
): Promise<Log> {
  const entries: LogEntry[] = []
  let rest: string | null = null
  do {
    const keys = {
      PNR: of.pnr,
      FRADATO: dayOf(new Date(of.since.getTime() - day)),
      TILDATO: dayOf(new Date(of.until.getTime() + day)),
      ...(rest === null ? {} : { REST: rest }),
    }
    const answer = await port.lookUp(caller, { service: 'AJOURLOG', keys })
    if (answer.type === 'failed') return notRead(answer.reason)
    if (answer.type === 'refused')
      return { type: 'notRead', reason: `receipt ${answer.receipt.code}`, again: 'never' }
    const rows = answer.roles.flatMap((role) => role.tables.flatMap((table) => table.rows))
    entries.push(...rows.map((row) => entryOf(row.fields)))
    rest = answer.rest
  } while (rest !== null)
  return { type: 'read', entries }
}

function entryOf(fields: FieldValues): LogEntry {
  const value = (code: string) => fields[code]?.value ?? ''
  return {
    timestamp: value('TIMSTP') || value('TIMESTAMPU'),
    code: value('HAENDELSE'),
    derivedMark: value('AFLEDTMRK').trim(),
    authority: value('MYNKOD'),
  }
}
