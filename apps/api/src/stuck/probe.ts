import { isPnr, personQuery, textOf, unknownPnr } from '@sagsgang/events'
import type { LookUpAnswer } from '@sagsgang/gctp'
import { effectClasses } from '@sagsgang/machines'
import type { Snapshot } from '@sagsgang/machines'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Actor } from '../engine/ports.ts'
import type { CaseRecord } from '../procedures/case-record.ts'
import type { RegisterPort } from '../register-client/register-port.ts'

export interface ProbeDeps {
  readonly db: Kysely<Database>
  readonly port: Pick<RegisterPort, 'lookUp'>
}

/** Whether what failed may work now, found out without changing anything; `reason` is a stable word. */
export type Probed =
  | { readonly type: 'ready' }
  | { readonly type: 'notReady'; readonly reason: string }

const ready: Probed = { type: 'ready' }

const notReady = (reason: string): Probed => ({ type: 'notReady', reason })

/**
 * The store first: where nothing can be written down, nothing may be asked of the register either. Lookups that are used up
 * stand in nobody's way: whoever resumes grants as many again.
 */
export async function probe(deps: ProbeDeps, record: CaseRecord, actor: Actor): Promise<Probed> {
  if (!(await isWritable(deps.db))) return notReady('storeClosed')
  if (!asksRegister(record)) return ready
  const caller = {
    actor,
    purpose: `prøve, før sagen genoptages: ${record.purpose}`,
    caseId: record.id,
    effectId: null,
  }
  const person = personIn(record.snapshot)
  const question = person === null ? ofAuthority(record.authority) : personQuery('STAM', person)
  return judge(await deps.port.lookUp(caller, question), person !== null)
}

/** Where nobody is known yet, the register is asked who we are. */
const ofAuthority = (authority: string) => ({ service: 'MYND1', keys: { MYNKOD: authority } })

/** A standby, or a server that was closed to writing because its disk is full. */
async function isWritable(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ isOpen: boolean }>`
    select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as "isOpen"`.execute(
    db,
  )
  return rows[0]?.isOpen ?? false
}

/** What a case does within the house needs no register. */
function asksRegister({ snapshot, stuckCause }: CaseRecord): boolean {
  const { open, differences } = snapshot.context
  if (stuckCause === 'laterReportRefused' || differences.length > 0) return true
  return Object.values(open).some(
    ({ type, failed }) => failed !== undefined && effectClasses[type] === 'lookup',
  )
}

/** Whom the case is about; before anybody was looked up, whom its form names. */
function personIn({ context: { persons, data } }: Snapshot): string | null {
  const named = [...persons.map(({ pnr }) => pnr), textOf(data, 'personnummer')]
  return named.find((pnr) => pnr !== unknownPnr && isPnr(pnr)) ?? null
}

/** Receipts that say that nobody has the number. */
const nobody = new Set([172, 52])

function judge(answer: LookUpAnswer, isAboutPerson: boolean): Probed {
  if (answer.type === 'failed') return notReady(answer.reason)
  // Any answer shows that the register is there and that we are signed on.
  if (answer.type === 'found' || !isAboutPerson) return ready
  const { code } = answer.receipt
  return notReady(nobody.has(code) ? 'personGone' : `receipt${code}`)
}
