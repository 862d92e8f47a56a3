import { findField, findService } from '@sagsgang/gctp'
import { sql } from 'kysely'

import { toMoment } from '../database/moment.ts'
import type { DriftPage, DriftView } from '../operations-view.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { isAlarm } from './drift-book.ts'
import { driftText } from './drift-words.ts'

type StoredDrift = Pick<
  DriftView,
  'service' | 'type' | 'place' | 'sample' | 'count' | 'firstAt' | 'lastAt'
>

const mostShown = 200

/** What should be looked at first comes first: what is no mere news, then what was met last. */
export async function listDrift({ services }: SignedIn): Promise<DriftPage> {
  const [page, all] = await Promise.all([
    sql<StoredDrift>`
      select service, type, place, sample, count::float8 as count,
        ${toMoment(sql`first_at`)} as "firstAt", ${toMoment(sql`last_at`)} as "lastAt"
      from drift
      order by (type = 'unreadable' and place = 'mismatch') desc, last_at desc, service, type, place
      limit ${mostShown}`.execute(services.db),
    sql<{ total: number }>`select count(*)::int as total from drift`.execute(services.db),
  ])
  const rows = page.rows.map(toView)
  return { rows, total: all.rows[0]?.total ?? 0 }
}

function toView(row: StoredDrift): DriftView {
  return {
    ...row,
    serviceName: findService(row.service)?.name ?? null,
    placeName: findField(row.place)?.name ?? null,
    text: driftText(row.type, row.place),
    alarm: isAlarm(row),
  }
}
