import { currentRelease, isReleasedChart, type Release } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import { StartRefused } from '../start/start-refused.ts'
import { judgeKind } from '../upgrade/judge-case.ts'
import { judgeCases, type Kind, kindsOf } from '../upgrade/judge-cases.ts'
import { chartIn, definitionHash } from './definition-hash.ts'

/**
 * Whether every open case can go on under this version. Each is adopted by the first step that it takes, so that a start is quick
 * and older processes go on with the rest: the charts of a version that is out are known to lead here, and a test holds them to it.
 * Any other chart was somebody's work under way: then each journal is played again, and what does not lead to where its case
 * stands refuses the start. A case is never moved by rules that cannot explain it.
 */
export async function adoptCases(
  db: Kysely<Database>,
  release: Release = currentRelease,
): Promise<void> {
  for (const kind of await kindsOf(db)) {
    const known = judgeKind(release, kind)
    if (known?.type === 'lost') throw refusal(kind.event, kind.count)
    if (known || isReleasedChart(kind.event, chartIn(kind.definitionHash))) continue
    await adoptKind(db, release, kind)
  }
}

async function adoptKind(db: Kysely<Database>, release: Release, kind: Kind): Promise<void> {
  const replayed: string[] = []
  let lost = 0
  for await (const { caseId, verdict } of judgeCases(db, release, kind)) {
    if (verdict.type === 'replayed') replayed.push(caseId)
    if (verdict.type === 'lost') lost++
  }
  if (lost > 0) throw refusal(kind.event, lost)
  // So that the next start need not play them again. They stay cases of the version that wrote them last.
  await db
    .updateTable('cases')
    .set({ definition_hash: definitionHash(kind.event) })
    .where(sql<boolean>`id = any (${replayed}::text[])`)
    .where('definition_hash', '=', kind.definitionHash)
    .execute()
}

function refusal(event: string, count: number): StartRefused {
  const were =
    count === 1 ? 'was made by another version and needs' : 'were made by another version and need'
  const cases = count === 1 ? '1 open case' : `${count} open cases`
  return new StartRefused(
    `${cases} of "${event}" ${were} a migration: start that version, or set DATA_DIR to another directory`,
    1,
  )
}
