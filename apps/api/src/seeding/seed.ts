import { existsSync, rmSync, writeFileSync } from 'node:fs'

import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Clock, Engine } from '../engine/ports.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import { changeMeanwhile } from './change-meanwhile.ts'
import { createFaults } from './faults.ts'
import {
  doubtfulName,
  draftMove,
  halfUndone,
  moveAhead,
  movedHome,
  newName,
  overdueOrder,
  protectedMove,
  stuckNames,
  undoneName,
  wedding,
  withdrawnName,
} from './stories.ts'
import { createTeller } from './teller.ts'

export interface SeedDependencies {
  readonly db: Kysely<Database>
  readonly engine: Engine
  readonly clock: Clock
  readonly port: RegisterPort
  /** Where the development register listens. */
  readonly registerUrl: string
  readonly onFailure: (error: unknown) => void
}

const LOCK = 7_247_005

/**
 * Seeds where nobody has ever opened a case. `mark` is a file that stands while that is under way: a start that was
 * killed meanwhile is begun anew, as nobody has been let in yet. Null where others may share the store.
 */
export async function seedEmptyStore(
  dependencies: SeedDependencies,
  mark: string | null,
): Promise<void> {
  if (mark !== null && existsSync(mark)) await reset(dependencies.registerUrl)
  await oneAtATime(dependencies.db, async () => {
    if (!(await isEmptyStore(dependencies.db))) return
    if (mark !== null) writeFileSync(mark, '')
    await seedCases(dependencies)
    if (mark !== null) rmSync(mark, { force: true })
  })
}

/** Of several that start at once one seeds, and the others let nobody in before it is done. */
async function oneAtATime(db: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(trx)
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    // On connections of its own: what is told here is told by the engine's own commands.
    await work()
  })
}

async function reset(registerUrl: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const order = { method: 'POST', headers, body: '{}' }
  const answer = await fetch(new URL('/control/reset', registerUrl), order)
  if (!answer.ok) throw new Error(`the register's reset answered ${answer.status}`)
}

async function isEmptyStore(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`select from cases limit 1`.execute(db)
  return rows.length === 0
}

/**
 * A case in every status that lasts, so that somebody who opens the page for the first time sees what there is. Told by
 * the engine's own commands to the development register; what goes wrong is provoked there and put right again.
 */
async function seedCases(dependencies: SeedDependencies): Promise<void> {
  const { db, engine, clock, port, registerUrl, onFailure } = dependencies
  const scene = { teller: createTeller(db, engine), today: clock.today() }
  const faults = createFaults(registerUrl)
  // One that cannot be told is missing from the page, and no reason to keep the house shut.
  const attempt = <T>(story: Promise<T>) =>
    story.catch((error: unknown) => {
      onFailure(error)
      return undefined
    })
  const calm = [
    draftMove,
    protectedMove,
    moveAhead,
    movedHome,
    newName,
    withdrawnName,
    undoneName,
    overdueOrder,
  ]
  const others = Promise.all(calm.map((story) => attempt(story(scene))))
  const married = await attempt(wedding(scene))
  await others
  await attempt(faults.during({ refuse: brokenOff }, () => stuckNames(scene)))
  if (married !== undefined) {
    await attempt(faults.during({ refuse: weddingStands }, () => halfUndone(scene, married)))
  }
  await attempt(faults.during({ loseRequest: 1 }, () => doubtfulName(scene)))
  await attempt(changeMeanwhile(port, '3112000010', clock.today()))
}

/** The register ends every conversation about addressing names: after a few attempts a person has to look. */
const brokenOff = {
  service: 'ADRNVN-I',
  field: '',
  code: 5405,
  text: 'Samtalen er afbrudt',
}

const weddingStands = {
  service: 'CIV-F',
  field: 'TIMSTP',
  code: 5,
  text: 'Vielsen kan ikke fortrydes',
}
