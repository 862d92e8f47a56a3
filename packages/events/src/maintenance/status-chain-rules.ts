import { isGiven, textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { say } from '../text.ts'
import { rowMeant, rowsKept } from './row-meant.ts'

/** What one row of a chain says beside those before and after it. */

/** The valid rows of a kind that last, the row that is put right left out; the earliest first. */
function othersOf(facts: Facts, entity: Entity): readonly RegisterRow[] {
  const meant = rowMeant(facts, [entity])
  return rowsKept(facts, [entity])
    .filter((row) => row !== meant && row.mark === null && row.start !== row.end)
    .toSorted((one, other) => (isBefore(one.start, other.start) ? -1 : 1))
}

function startOf(facts: Facts, entity: Entity): string {
  return textOf(facts.data, 'startDate') || (rowMeant(facts, [entity])?.start ?? '')
}

/** The last row that had begun when this one begins. */
function rowPreceding(facts: Facts, entity: Entity): RegisterRow | undefined {
  const start = startOf(facts, entity)
  return othersOf(facts, entity).findLast((row) => isBefore(row.start, start))
}

function rowFollowing(facts: Facts, entity: Entity): RegisterRow | undefined {
  const start = startOf(facts, entity)
  return othersOf(facts, entity).find((row) => !isBefore(row.start, start))
}

const couple = ['G', 'P']

function statusGiven({ data }: Facts): string {
  return textOf(data, 'civilStatus')
}

/** A registered partnership becomes a marriage without an end in between. */
function isConverted(facts: Facts, before: RegisterRow): boolean {
  const spouse =
    textOf(facts.data, 'spousePersonnummer') ||
    rowMeant(facts, ['civilStatus'])?.columns['spousePersonnummer']
  return (
    before.columns['civilStatus'] === 'P' &&
    statusGiven(facts) === 'G' &&
    before.columns['spousePersonnummer'] === spouse
  )
}

/** Nobody marries out of a marriage. */
export const marriageAfterNone: RuleSpec = {
  id: 'preceding',
  layer: 'date',
  severity: 'error',
  basis: 'modelled',
  fields: ['civilStatus'],
  message: say(
    'Et ægteskab eller partnerskab kan ikke følge efter et, der endnu bestod: dets ophør skal stå først',
    'A marriage or partnership cannot follow one that still stood: the end of that one must be there first',
  ),
  isRaised: (facts) => {
    const before = rowPreceding(facts, 'civilStatus')
    if (!before || !couple.includes(statusGiven(facts))) return false
    return couple.includes(before.columns['civilStatus'] ?? '') && !isConverted(facts, before)
  },
}

/** Somebody's death is an event, and no word in a row. */
export const deathIsAnEvent: RuleSpec = {
  id: 'death',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['civilStatus'],
  message: say(
    'Civilstanden »død« følger af dødsfaldet: indberet eller fortryd dødsfaldet i stedet',
    'The civil status "deceased" follows from the death: report or undo the death instead',
  ),
  isRaised: (facts) => {
    const was = rowMeant(facts, ['civilStatus'])?.columns['civilStatus']
    return isGiven(facts.data, 'civilStatus') && (statusGiven(facts) === 'D') !== (was === 'D')
  },
}

/** What never was a marriage is undone: both lose the row then. */
export const coupleStaysCouple: RuleSpec = {
  id: 'couple',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['civilStatus'],
  message: say(
    'Rækken er et ægteskab eller partnerskab: er det aldrig indgået, skal rækken fortrydes, ikke rettes til en anden civilstand',
    'The row is a marriage or partnership: if it was never entered, undo the row instead of correcting it to another civil status',
  ),
  isRaised: (facts) => {
    const was = rowMeant(facts, ['civilStatus'])?.columns['civilStatus'] ?? ''
    return (
      couple.includes(was) &&
      isGiven(facts.data, 'civilStatus') &&
      !couple.includes(statusGiven(facts))
    )
  },
}

/** One relation to the church after another is another. */
export const relationsAlternate: RuleSpec = {
  id: 'alternate',
  layer: 'date',
  severity: 'warning',
  basis: 'modelled',
  fields: ['churchRelation'],
  message: say(
    'En naborække har samme folkekirkeforhold: medlem og ikke-medlem skal skiftes. Bekræft, at det er rigtigt',
    'A neighbouring row has the same church relation: member and non-member should alternate. Confirm that this is right',
  ),
  isRaised: (facts) => {
    const relation = textOf(facts.data, 'churchRelation')
    if (relation === '') return false
    const beside = [rowPreceding(facts, 'church'), rowFollowing(facts, 'church')]
    return beside.some((row) => row?.columns['churchRelation'] === relation)
  },
}
