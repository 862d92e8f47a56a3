import { authorityNameOf, say } from '@sagsgang/events'
import type { Text } from '@sagsgang/events'

import type { EffectDeps } from '../effects/deps.ts'
import { readLog } from '../effects/read-log.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { Met, PersonRow } from './turn.ts'
import { writersOf } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

interface Of {
  readonly written: readonly WrittenByCase[]
  /** Who asks. */
  readonly authority: string
}

/** What no case of ours wrote was written by somebody: whom to ask, the register's record of updates tells. */
export async function withWritersElsewhere<T extends Met>(
  deps: Pick<EffectDeps, 'port' | 'clock'>,
  caller: Caller,
  all: readonly T[],
  { written, authority }: Of,
): Promise<readonly T[]> {
  const told: T[] = []
  for (const one of all) {
    const isOurs = writersOf(one.rows, written).length > 0
    const [row] = isOurs || one.obstacle.severity !== 'error' ? [] : one.rows
    const writer = row && (await writerOf(deps, caller, row))
    const isElsewhere = writer !== undefined && writer !== authority
    told.push(
      isElsewhere ? { ...one, obstacle: { ...one.obstacle, freedBy: askedOf(one, writer) } } : one,
    )
  }
  return told
}

function askedOf({ obstacle: { freedBy } }: Met, code: string): Text {
  const name = authorityNameOf(code)
  return say(
    `${freedBy.da}. Det er indberettet af ${name.da}: bed dem om det`,
    `${freedBy.en}. It was reported by ${name.en}: ask them`,
  )
}

/** Of the entries, the first that is no older than the row: they are written with the rows of one save. */
async function writerOf(
  { port, clock }: Pick<EffectDeps, 'port' | 'clock'>,
  caller: Caller,
  { person, row }: PersonRow,
): Promise<string | undefined> {
  const log = await readLog(port, caller, {
    pnr: person,
    since: dayIn(row.timestamp),
    until: clock.registerNow(),
  })
  if (log.type !== 'read') return undefined
  return log.entries
    .filter(({ timestamp }) => timestamp >= row.timestamp)
    .toSorted((one, other) => (one.timestamp < other.timestamp ? -1 : 1))[0]?.authority
}

function dayIn(timestamp: string): Date {
  const [year, month, day] = [timestamp.slice(0, 4), timestamp.slice(4, 6), timestamp.slice(6, 8)]
  return new Date(`${year}-${month}-${day}T12:00:00Z`)
}
