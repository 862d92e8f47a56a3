import { isGiven, textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { rowKeys } from '../entities.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { isOpenOn } from '../person-facts.ts'
import { say } from '../text.ts'
import { rowsKept } from './row-meant.ts'

/** A kind of row that can be reported late, and the columns that the form gives. */
interface Late {
  readonly entity: Entity
  readonly columns: readonly string[]
}

/** Rows of another key stand beside it, whatever their period. */
function isOfKeyGiven({ entity, columns }: Late, row: RegisterRow, { data }: Facts): boolean {
  return (rowKeys[entity] ?? [])
    .filter((key) => columns.includes(key))
    .every((key) => (row.columns[key] ?? '') === textOf(data, key).trim())
}

/** Where a row that is reported late falls among those that stand. */
interface Place {
  /** The row that it begins inside. */
  readonly head: RegisterRow | undefined
  /** The row that it ends inside. */
  readonly tail: RegisterRow | undefined
  /** Rows that it would cover from end to end. */
  readonly swallowed: readonly RegisterRow[]
}

const nowhere: Place = { head: undefined, tail: undefined, swallowed: [] }

function placeOf(facts: Facts, late: Late): Place {
  const [start, end] = [textOf(facts.data, 'startDate'), textOf(facts.data, 'endDate')]
  if (start === '' || end === '') return nowhere
  const rows = rowsKept(facts, [late.entity]).filter(
    (row) => row.mark === null && row.end !== row.start && isOfKeyGiven(late, row, facts),
  )
  return {
    head: rows.find((row) => isBefore(row.start, start) && isOpenOn(row, start)),
    tail: rows.find((row) => isBefore(row.start, end) && isOpenOn(row, end)),
    swallowed: rows.filter((row) => !isBefore(row.start, start) && !isOpenOn(row, end)),
  }
}

function cutRows({ head, tail }: Place): readonly RegisterRow[] {
  return [head, tail].filter((row) => row !== undefined)
}

/** A closed row goes between its neighbours: it splits none, covers none, and leaves the current one whole. */
export function fitsBetween(late: Late): RuleSpec {
  return {
    id: 'fits',
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: ['startDate', 'endDate'],
    message: say(
      'Perioden overlapper rækker, der gælder: den skal ligge mellem to naborækker',
      'The period overlaps rows that stand: it must lie between two neighbouring rows',
    ),
    isRaised: (facts) => {
      const place = placeOf(facts, late)
      const isSplit = place.head !== undefined && place.head === place.tail
      const cutsCurrent = cutRows(place).some((row) => isOpenOn(row, facts.today))
      return isSplit || cutsCurrent || place.swallowed.length > 0
    },
  }
}

export function movesNeighbours(late: Late): RuleSpec {
  return {
    id: 'neighbours',
    layer: 'date',
    severity: 'warning',
    basis: 'modelled',
    fields: ['startDate', 'endDate'],
    message: say(
      'Naborækkernes datoer flyttes, så den nye periode får plads; bekræft, at det er rigtigt',
      'The dates of the neighbouring rows move to make room; confirm that this is right',
    ),
    isRaised: (facts) => cutRows(placeOf(facts, late)).length > 0,
  }
}

/** Where no column is needed by itself, one of them is; a kind of row may hold nothing but its dates. */
export function contentIsGiven(columns: readonly string[]): readonly RuleSpec[] {
  const [first] = columns
  if (first === undefined) return []
  return [
    {
      id: 'content',
      layer: 'cross-field',
      severity: 'error',
      basis: 'modelled',
      fields: [first],
      message: say('Angiv, hvad der gjaldt i perioden', 'Say what held in the period'),
      isRaised: ({ data }) => !columns.some((column) => isGiven(data, column)),
    },
  ]
}
