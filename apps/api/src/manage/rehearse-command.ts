import { currentRelease } from '@sagsgang/machines'

import { isUpToDate } from '../database/migrate.ts'
import { type Forecast, type Rehearsal, rehearseUpgrade } from '../upgrade/rehearse-upgrade.ts'
import { type Command, Mistyped, type Order } from './command.ts'
import { withStore } from './with-store.ts'

/** What becomes of the open cases once this version is started on the store. Run it before, on the store or on a copy. */
export const rehearseCommand: Command = {
  takes: '',
  does: 'tells what this version would make of every open case, and changes nothing',
  run: ({ words, config, say }) => {
    if (words.length > 0) throw new Mistyped('rehearse takes nothing more')
    return withStore(
      config,
      async ({ db }) => {
        const rehearsal = await rehearseUpgrade(db, currentRelease, ({ event, number, reason }) =>
          say(`cannot go on: ${number} (${event}): ${reason}`),
        )
        tell(say, rehearsal)
        if (!(await isUpToDate(db)))
          say('the tables are of another version: the start brings them up to date first')
        return rehearsal.forecasts.some(({ lost }) => lost > 0) ? 1 : 0
      },
      'any',
    )
  },
}

const columns = {
  open: 'open',
  same: 'same chart',
  replayed: 'replayed',
  migrated: 'migrated',
  newer: 'newer',
  lost: 'cannot',
} as const satisfies Partial<Record<keyof Forecast, string>>

function tell(say: Order['say'], { forecasts, moves }: Rehearsal): void {
  const width = Math.max(5, ...forecasts.map(({ event }) => event.length))
  const line = (first: string, cells: readonly string[]) =>
    say([first.padEnd(width), ...cells.map((cell) => cell.padStart(10))].join(' '))
  line('event', Object.values(columns))
  const rows = [...forecasts, total(forecasts)]
  for (const row of rows)
    line(
      row.event,
      [row.open, row.same, row.replayed, row.migrated, row.newer, row.lost].map(String),
    )
  for (const [move, count] of moves) say(`migrated ${move}: ${count}`)
}

function total(forecasts: readonly Forecast[]): Forecast {
  const sum = (member: Exclude<keyof Forecast, 'event'>) =>
    forecasts.reduce((all, one) => all + one[member], 0)
  return {
    event: 'all',
    open: sum('open'),
    same: sum('same'),
    replayed: sum('replayed'),
    migrated: sum('migrated'),
    newer: sum('newer'),
    lost: sum('lost'),
  }
}
