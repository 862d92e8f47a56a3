import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { isOpenOn } from '../person-facts.ts'
import { personIn } from '../rules/subjects.ts'
import { say } from '../text.ts'
import { latePlaceOf } from './late-place.ts'
import type { LatePlace } from './late-place.ts'
import { rowsKept } from './row-meant.ts'

/** A kind of row that can be reported late, and the columns that the form gives. */
interface Late {
  readonly entity: Entity
  readonly columns: readonly string[]
}

/** As much of the late row as says where it falls. */
function lateRowIn({ entity, columns }: Late, { data }: Facts): RegisterRow | undefined {
  const [start, end] = [textOf(data, 'startDate'), textOf(data, 'endDate')]
  if (start === '' || end === '') return undefined
  const given = columns.map((column) => [column, textOf(data, column).trim()] as const)
  const relation = textOf(data, 'motherPersonnummer') === '' ? 'father' : 'mother'
  return {
    entity,
    columns: { ...Object.fromEntries(given), ...(entity === 'kinship' && { relation }) },
    start,
    startUncertain: false,
    end,
    mark: null,
    timestamp: '',
  }
}

const nowhere: LatePlace = { head: undefined, tail: undefined, swallowed: [] }

function placeOf(facts: Facts, late: Late): LatePlace {
  const row = lateRowIn(late, facts)
  return row ? latePlaceOf(rowsKept(facts, [late.entity]), row) : nowhere
}

/** Where it falls on the person, and on the spouse whose row mirrors it. */
function placesOf(facts: Facts, late: Late): readonly LatePlace[] {
  const spouse = personIn(facts, 'spousePersonnummer')
  const row = lateRowIn(late, facts)
  const own = placeOf(facts, late)
  return spouse && row ? [own, latePlaceOf(spouse.rows, row)] : [own]
}

function isOverlap(facts: Facts, place: LatePlace): boolean {
  const isSplit = place.head !== undefined && place.head === place.tail
  const cutsCurrent = cutRows(place).some((row) => isOpenOn(row, facts.today))
  return isSplit || cutsCurrent || place.swallowed.length > 0
}

function cutRows({ head, tail }: LatePlace): readonly RegisterRow[] {
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
    isRaised: (facts) => placesOf(facts, late).some((place) => isOverlap(facts, place)),
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
    isRaised: (facts) => placesOf(facts, late).some((place) => cutRows(place).length > 0),
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
