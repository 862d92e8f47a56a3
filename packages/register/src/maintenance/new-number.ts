import type { Draft } from '../draft.ts'
import { birthDateOf, numbersFor, sexOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { statusOf } from '../rows.ts'
import type { StoredRow } from '../rows.ts'
import type { Renumbering } from '../saves.ts'
import type { Store } from '../store.ts'
import type { Call } from '../updates/update-service.ts'
import { renumber } from './renumber.ts'
import type { RowMeant } from './row-meant.ts'

/** Putting a number right: the one that is asked for, or a free one of the right birth date and sex. */

interface Right {
  readonly birthDate: string
  readonly sex: 'M' | 'K'
}

/** What is right as the form says it; what it leaves out was right before. */
function rightOf({ data }: Call, { columns }: Pick<StoredRow, 'columns'>): Right {
  const sex = data['KON'] ?? columns['sex']
  const birthDate = data['FODT'] ?? columns['birthDate'] ?? ''
  return { birthDate, sex: sex === 'M' ? 'M' : 'K' }
}

const reserved = '10'

/** Nobody has ever had it, or it is kept for somebody. */
function isFree(store: Store, pnr: string): boolean {
  const person = store.find(pnr)
  return person === undefined || statusOf(person) === reserved
}

function freeNumber(store: Store, { birthDate, sex }: Right): string | null {
  for (const pnr of numbersFor(birthDate, sex)) if (store.find(pnr) === undefined) return pnr
  return null
}

const closed: readonly string[] = ['30', '50', '60']

export function newNumberFaults(call: Call, { person, row }: RowMeant): readonly Objection[] {
  const { store, data } = call
  const { NYTPNR, FODT, KON } = data
  if (closed.includes(statusOf(person))) return [objection('deadNumber', 'PNR')]
  if (NYTPNR === undefined && FODT === undefined && KON === undefined)
    return [objection('missingField', 'NYTPNR')]
  if (data['SLUTDATO'] !== undefined) return [objection('unknownField', 'SLUTDATO')]
  const faults = dayFaults(call, row)
  return faults.length > 0 ? faults : numberFaults(store, NYTPNR, rightOf(call, row))
}

const dayOf = ({ data, store }: Call): string =>
  data['STARTDATO']?.slice(0, 8) ?? store.clock.today()

function dayFaults(call: Call, row: StoredRow): readonly Objection[] {
  const [today, on] = [call.store.clock.today(), dayOf(call)]
  const { birthDate } = rightOf(call, row)
  if (birthDate > today) return [objection('future', 'FODT')]
  if (on > today) return [objection('future', 'STARTDATO')]
  return on < row.start ? [objection('beforeCurrent', 'STARTDATO')] : []
}

function numberFaults(
  store: Store,
  wanted: string | undefined,
  right: Right,
): readonly Objection[] {
  if (wanted === undefined)
    return freeNumber(store, right) === null ? [objection('noNumberLeft', 'FODT')] : []
  const fits = birthDateOf(wanted) === right.birthDate && sexOf(wanted) === right.sex
  if (!fits) return [objection('otherPersonsNumber', 'NYTPNR')]
  return isFree(store, wanted) ? [] : [objection('numberTaken', 'NYTPNR')]
}

export interface NewNumber {
  readonly row: StoredRow
  readonly renumbered: Renumbering
}

export function giveNewNumber(
  call: Call,
  { person, row }: RowMeant,
  draft: Draft,
): NewNumber | undefined {
  const right = rightOf(call, row)
  const to = call.data['NYTPNR'] ?? freeNumber(call.store, right)
  if (to === null) return undefined
  const isCertain = call.data['FODT'] !== undefined
  const identity = { ...right, ...(isCertain && { birthDateUncertain: null }) }
  const from = person.pnr
  const moved = renumber(call.store, draft, { from, to, on: dayOf(call), identity })
  return moved && { row: moved, renumbered: { from, to } }
}
