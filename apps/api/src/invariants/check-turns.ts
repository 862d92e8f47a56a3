import { unknownPnr } from '@sagsgang/events'
import { placeOf, type PlaceName } from '@sagsgang/machines'

import { personsOf } from '../engine/person-turns.ts'
import type { CaseReading } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** Where a case talks to the register about people, or does not know what came of it. */
const underWay = new Set<PlaceName>([
  'initiating',
  'validating',
  'saving',
  'readingBack',
  'settling',
  'readingBackAgain',
  'deciding',
])

/** Whoever is reported on is held by the case that reports. */
export function checkTurns({ case: row, turns }: CaseReading): readonly Violation[] {
  const { id, snapshot } = row
  if (!underWay.has(placeOf(snapshot))) return []
  const held = new Set(turns.filter((turn) => turn.held).map(({ pnr }) => pnr))
  const isHeld =
    personsOf(snapshot).every((pnr) => held.has(pnr)) && turns.every((turn) => turn.held)
  return isHeld ? [] : [{ id: 'I11', caseId: id, says: 'it reports on people without their turn' }]
}

/** Cases with a save whose fate is open, two of them on one person. */
export function checkOverlap(readings: readonly CaseReading[]): readonly Violation[] {
  const busy = readings.filter(({ submissions }) =>
    submissions.some(({ state }) => state === 'sending' || state === 'inDoubt'),
  )
  const reporting = busy.filter(({ case: { snapshot } }) => underWay.has(placeOf(snapshot)))
  const holders = new Map<string, string>()
  return reporting.flatMap(({ case: row }) =>
    personsOf(row.snapshot).flatMap((pnr): readonly Violation[] => {
      const other = pnr === unknownPnr ? undefined : holders.get(pnr)
      holders.set(pnr, row.id)
      if (other === undefined) return []
      return [
        { id: 'I11', caseId: row.id, says: `it reports on somebody whom ${other} reports on` },
      ]
    }),
  )
}
