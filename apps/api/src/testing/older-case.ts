import { getDefinition } from '@sagsgang/events'
import { machineVersion, type Migration, type Release, type StateValue } from '@sagsgang/machines'
import { sql } from 'kysely'

import type { TestDatabase } from './database.ts'

/** Cases as a version stored them whose chart of a naming had one region less, and the migration that gives it back. */

export const olderVersion = machineVersion - 1

const [missing = { key: '' }] = getDefinition('naming').followOns

const region = ['work', 'accepted', 'followOns', missing.key]

export const olderHash = `${olderVersion}-0000000000000000.0000000000000000`

/** Journal and all: where it stood is written in the words of then. */
export async function makeOlder(database: TestDatabase, caseId: string): Promise<void> {
  const db = database.db()
  await sql`update journal set state = state #- ${region}::text[] where case_id = ${caseId}`.execute(
    db,
  )
  await sql`update cases set snapshot = snapshot #- ${['value', ...region]}::text[],
    machine_version = ${olderVersion}, definition_hash = ${olderHash} where id = ${caseId}`.execute(
    db,
  )
}

const giveBack: Migration = {
  from: olderVersion,
  events: ['naming'],
  reworded: [],
  migrate: ({ value, context }) => ({ value: withRegion(value), context }),
}

export const releaseWith: Release = { version: machineVersion, migrations: [giveBack] }

function withRegion(value: StateValue): StateValue {
  if (typeof value === 'string') return value
  const entries = Object.entries(value).map(([name, below]) => {
    if (name !== 'followOns' || typeof below === 'string') return [name, withRegion(below)] as const
    return [name, { ...below, [missing.key]: { ended: 'notNeeded' } }] as const
  })
  return Object.fromEntries(entries)
}
