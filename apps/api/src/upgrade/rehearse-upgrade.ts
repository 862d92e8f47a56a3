import type { Migration, Release } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import { judgeKind, type Verdict } from './judge-case.ts'
import { type Cases, type Judged, judgeCases, type Kind, kindsOf } from './judge-cases.ts'

/** How the open cases of one event would go on: how many, and what it would take. */
export interface Forecast {
  readonly event: string
  readonly open: number
  readonly same: number
  readonly replayed: number
  readonly migrated: number
  /** A newer version has them: they are none of this one's. */
  readonly newer: number
  readonly lost: number
}

export interface Rehearsal {
  readonly forecasts: readonly Forecast[]
  /** How many each migration moves, by what it leaves and leads to. */
  readonly moves: ReadonlyMap<string, number>
}

export interface Lost {
  readonly event: string
  readonly number: string
  readonly reason: string
}

/** What this version would make of every open case. Nothing is written, and little is kept in memory. */
export async function rehearseUpgrade(
  db: Kysely<Database>,
  release: Release,
  onLost: (lost: Lost) => void,
): Promise<Rehearsal> {
  const forecasts = new Map<string, Forecast>()
  const moves = new Map<string, number>()
  const count = (event: string, verdict: Verdict['type'], by: number) => {
    const known = forecasts.get(event) ?? { ...nothing, event }
    forecasts.set(event, { ...known, open: known.open + by, [verdict]: known[verdict] + by })
  }
  const cases = await casesIn(db)
  for (const kind of await kindsOf(db, cases)) {
    const known = judgeKind(release, kind)
    if (known && known.type !== 'lost') {
      count(kind.event, known.type, kind.count)
      continue
    }
    for await (const judged of judgeCases(db, release, kind, cases)) {
      count(kind.event, judged.verdict.type, 1)
      note({ kind, judged, moves, onLost })
    }
  }
  return { forecasts: [...forecasts.values()], moves }
}

const nothing = { open: 0, same: 0, replayed: 0, migrated: 0, newer: 0, lost: 0 } as const

interface Noting {
  readonly kind: Kind
  readonly judged: Judged
  readonly moves: Map<string, number>
  readonly onLost: (lost: Lost) => void
}

function note({ kind: { event }, judged: { number, verdict }, moves, onLost }: Noting): void {
  if (verdict.type === 'lost') onLost({ event, number, reason: verdict.reason })
  if (verdict.type !== 'migrated') return
  const move = `${event} ${verdict.steps.map(nameOf).join(', ')}`
  moves.set(move, (moves.get(move) ?? 0) + 1)
}

const nameOf = ({ from }: Migration) => `${from} to ${from + 1}`

/** A store that this version was never started on may know no versions of machines: then all are of the first. */
async function casesIn(db: Kysely<Database>): Promise<Cases> {
  const { rows } = await sql`
    select from information_schema.columns where table_name = 'cases' and column_name = 'machine_version'
      and table_schema = any (current_schemas(false))`.execute(db)
  return rows.length > 0 ? sql`cases` : sql`(select *, 1 as machine_version from cases) as cases`
}
