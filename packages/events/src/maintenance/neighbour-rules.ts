import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { personIn } from '../rules/subjects.ts'
import { say } from '../text.ts'
import { neighboursOf, rowMeant, rowsKept } from './row-meant.ts'
import type { Neighbours } from './row-meant.ts'

/** What becomes of the rows beside one that is put right or taken back. */

interface Beside extends Neighbours {
  readonly row: RegisterRow
}

function besideRow(facts: Facts, entities: readonly Entity[]): Beside | undefined {
  const person = personIn(facts, 'personnummer')
  const row = rowMeant(facts, entities)
  return person && row?.mark === null ? { row, ...neighboursOf(person, row) } : undefined
}

function isMoved({ data }: Facts, field: string, was: string | null): boolean {
  return isGiven(data, field) && textOf(data, field) !== was
}

/** The neighbours' ends follow a date that is put right. */
export function correctedDatesMove(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'neighbours',
    layer: 'date',
    severity: 'warning',
    basis: 'modelled',
    fields: ['startDate'],
    message: say(
      'Naborækkernes datoer følger den rettede dato; bekræft, at det er rigtigt',
      'The dates of the neighbouring rows follow the corrected date; confirm that this is right',
    ),
    isRaised: (facts) => {
      const beside = besideRow(facts, entities)
      if (!beside) return false
      const { row, before, after } = beside
      const isPushed = before !== undefined && isMoved(facts, 'startDate', row.start)
      return isPushed || (after !== undefined && isMoved(facts, 'endDate', row.end))
    },
  }
}

/** Where nobody can take over a row's time, it is nobody's. */
export function undoLeavesGap(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'gap',
    layer: 'register',
    severity: 'warning',
    basis: 'modelled',
    fields: ['timestamp'],
    message: say(
      'Der er ingen naborække, som kan overtage perioden: der bliver et hul. Bekræft, at det er rigtigt',
      'No neighbouring row can take over the period: a gap is left. Confirm that this is right',
    ),
    isRaised: (facts) => {
      const beside = besideRow(facts, entities)
      return beside !== undefined && beside.before === undefined && beside.after === undefined
    },
  }
}

/** One of these always stands. */
const neverNone: readonly Entity[] = ['address', 'citizenship', 'church', 'civilStatus']

/** A person's only row of such a kind can be put right, not taken away. */
export function undoLeavesNone(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'only-row',
    layer: 'register',
    severity: 'error',
    basis: 'inferred',
    fields: ['timestamp'],
    message: say(
      'Rækken er personens eneste, og der skal altid være én: ret den i stedet, eller fortryd den hændelse, der skrev den',
      'The row is the only one of the person, and there is always one: correct it instead, or undo the event that wrote it',
    ),
    isRaised: (facts) => {
      const row = rowMeant(facts, entities)
      if (row?.mark !== null || row.end !== null || !neverNone.includes(row.entity)) return false
      return rowsKept(facts, [row.entity]).every((one) => one === row || one.mark !== null)
    },
  }
}
