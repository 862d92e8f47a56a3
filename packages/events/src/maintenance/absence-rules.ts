import { textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { isOpenOn } from '../person-facts.ts'
import { say } from '../text.ts'
import { rowsKept } from './row-meant.ts'

/** Who is abroad or has disappeared lives nowhere here: the gap between two homes is as long as the absence. */
export const noHomeMeanwhile: RuleSpec = {
  id: 'home',
  layer: 'date',
  severity: 'warning',
  basis: 'modelled',
  fields: ['startDate', 'endDate'],
  message: say(
    'Personen har en adresse i perioden: adresserne skal rettes, så de har et hul, der er lige så langt',
    'The person has an address in the period: correct the addresses so that they leave a gap just as long',
  ),
  isRaised: (facts) => {
    const [start, end] = [textOf(facts.data, 'startDate'), textOf(facts.data, 'endDate')]
    if (start === '' || end === '') return false
    return rowsKept(facts, ['address']).some(
      (row) => row.mark === null && isBefore(row.start, end) && isOpenOn(row, start),
    )
  },
}
