import type { Entity } from '@sagsgang/events'

import { addDays } from '../../dates.ts'
import { birthDateOf } from '../../personnummer.ts'
import { currentRow, isCurrent, isValid, rowsOf } from '../../rows.ts'
import type { Person } from '../../rows.ts'
import { given, named, when } from './check.ts'
import type { Check, Judged } from './check.ts'

/** When something may have happened. */

// An unknown part of a date counts as late as it may be.
const latest = (date: string): string => date.replace(/0000$/, '9999').replace(/00$/, '99')

const dayIn = (judged: Judged, code: string): string =>
  code === 'HDTO' ? judged.date : given(judged, code)

export const notInFuture = (field = 'HDTO'): Check =>
  when('future', field, (judged) => dayIn(judged, field) > judged.today)

/** The end of a text may be told ahead, but not for ever. */
export const notFarAhead = (field: string): Check =>
  when('tooFarAhead', field, (judged) => given(judged, field) > addDays(judged.today, 28))

export const notBeforeBirth = (...codes: readonly string[]): Check =>
  when('beforeBirth', 'HDTO', (judged) =>
    codes.some((code) => latest(judged.date) < (birthDateOf(given(judged, code)) ?? '')),
  )

/** Not before the birth of somebody who has no number yet. */
export const notBeforeOwnBirth: Check = when(
  'beforeBirth',
  'HDTO',
  (judged) => latest(judged.date) < given(judged, 'FODT'),
)

export const notBeforeCurrent = (entity: Entity, ...codes: readonly string[]): Check =>
  when('beforeCurrent', 'HDTO', (judged) =>
    codes.some((code) => {
      const person = named(judged, code)
      const row = person && currentRow(person, entity)
      return row !== undefined && latest(judged.date) < row.start
    }),
  )

/** A new row of a kind that is not always there begins when the last one has ended. */
export const notBeforeLast = (entity: Entity, code = 'PNR'): Check =>
  when('overlapsFormer', 'HDTO', (judged) => {
    const person = named(judged, code)
    const former = person === undefined ? [] : rowsOf(person, entity)
    return former.some(
      (row) => isValid(row) && !isCurrent(row) && latest(judged.date) < (row.end ?? ''),
    )
  })

/** From one field to another. */
export const inOrder = (start: string, end: string): Check =>
  when('endBeforeStart', end, (judged) => {
    const last = given(judged, end)
    return last !== '' && last < latestFrom(judged, start)
  })

const latestFrom = (judged: Judged, code: string): string => {
  const day = dayIn(judged, code)
  return day.endsWith('00') ? '' : day
}

type Rows = (person: Person, judged: Judged) => readonly { readonly start: string }[]

/** Not before the row began that it ends. */
export const notBeforeRow = (field: string, rows: Rows): Check =>
  when('beforeCurrent', field, (judged) => {
    const person = named(judged, 'PNR')
    const day = latest(dayIn(judged, field))
    return person !== undefined && rows(person, judged).some(({ start }) => day < start)
  })
