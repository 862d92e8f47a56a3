import type { CaseData } from '../case-data.ts'
import type { EventDefinition } from '../define-event.ts'
import { differences } from '../differences.ts'
import type { EventEffect } from '../effects.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import { date, holderList, reference } from '../fields.ts'
import { predictUndo } from '../predict-undo.ts'
import { predict } from '../predict.ts'
import { say } from '../text.ts'
import { anEvent } from './an-event.ts'
import { aPerson, viewOf } from './people.ts'

/** One woman whose rows an event of effects alone changes on one day. */
export const woman = '0709614096'
export const day = '20261120'

const text = say('virkning', 'effect')
const word = say('felt', 'field')

export function effect(
  operation: EventEffect['operation'],
  entity: Entity,
  rest: Partial<EventEffect> = {},
): EventEffect {
  return { party: 'person', entity, operation, text, ...rest }
}

export function writing(...effects: readonly EventEffect[]): EventDefinition {
  return anEvent({
    effects,
    fields: {
      endDate: date(word, { wire: 'SLETDATO' }),
      rowMeant: reference(word, { wire: 'HENVIS' }),
      holders: holderList(word, { wire: ['RELTYP', 'RELPNR'] }),
    },
  })
}

interface Foretold {
  readonly definition: EventDefinition
  readonly data?: CaseData
  readonly before: readonly RegisterRow[]
}

function viewWith(rows: readonly RegisterRow[]) {
  return viewOf(aPerson(woman, { rows }))
}

export function expectedOf({ definition, data = {}, before }: Foretold): readonly ExpectedChange[] {
  return predict(definition, { personnummer: woman, eventDate: day, ...data }, viewWith(before))
}

function unlike(changes: readonly ExpectedChange[], rows: readonly RegisterRow[]) {
  return differences(changes, viewWith(rows)).map(({ column }) => column)
}

/** Columns that differ once it is written, while it is not, once it is taken back, and while that is not done. */
export function judged(
  trial: Foretold & {
    readonly after: readonly RegisterRow[]
    readonly undone?: readonly RegisterRow[]
  },
) {
  const { before, after, undone = before } = trial
  const expected = expectedOf(trial)
  const back = predictUndo(expected)
  return {
    written: unlike(expected, after),
    untouched: unlike(expected, before),
    undone: unlike(back, undone),
    left: unlike(back, after),
  }
}
