import { textOf } from '@sagsgang/events'
import type { RegisterView } from '@sagsgang/events'

import type { Renumbering } from '../engine/ports.ts'
import type { CaseGround } from './case-facts.ts'
import type { Output } from './expected.ts'

/** Whose number was valid when the case last looked and points at another now. One that was dead then is meant as it is. */
export function numbersChanged(before: RegisterView, now: RegisterView): readonly Renumbering[] {
  return Object.values(now.people).flatMap((person) => {
    const known = person && before.people[person.pnr]
    if (!known || known.validPnr !== person.pnr || person.validPnr === person.pnr) return []
    return [{ from: person.pnr, to: person.validPnr, exceptFinder: false }]
  })
}

/** The number that a correction of number data, or its undoing, has put in the place of another. */
export function numberGiven(
  { definition, facts }: CaseGround,
  output: Output,
): readonly Renumbering[] {
  const { kind } = definition
  if (kind.type !== 'maintenance' || kind.dataType !== 'personnummer') return []
  const from = textOf(facts.data, 'personnummer')
  const given = output['PNR'] === from ? undefined : output['PNR']
  const to = given ?? textOf(facts.data, 'newPersonnummer')
  return to !== '' && to !== from ? [{ from, to, exceptFinder: true }] : []
}
