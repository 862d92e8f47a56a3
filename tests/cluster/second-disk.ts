import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import type { Cluster } from './cluster.ts'

// Longer than a statement may take: no time-out of a session may make an acknowledgement of an unfinished commit.
const HELD_MS = 12_000
const STATEMENT_MS = 2_000

/** Whether a commit is withheld for as long as no second member can have it, and comes through when one can. */
export async function isCommitWithheld(cluster: Cluster): Promise<boolean> {
  const { primary } = await cluster.untilWhole(120)
  const standbys = cluster.members.filter((member) => member !== primary)
  const client = new Client({
    connectionString: cluster.databaseUrl,
    statement_timeout: STATEMENT_MS,
  })
  await client.connect()
  await client.query('create table second_disk (written boolean)')
  for (const standby of standbys) standby.freeze()
  const written = client.query('insert into second_disk values (true)').then(() => 'acknowledged')
  const first = await Promise.race([written, wait(HELD_MS, 'withheld')]).finally(() => {
    for (const standby of standbys) standby.thaw()
  })
  await written
  await client.query('drop table second_disk')
  await client.end()
  await cluster.untilWhole(120)
  return first === 'withheld'
}
