import { ageOn } from '../../dates.ts'
import { birthDateOf, unknownPnr } from '../../personnummer.ts'
import { objection } from '../../receipts.ts'
import { statusOf } from '../../rows.ts'
import { given, when } from './check.ts'
import type { Check } from './check.ts'

/** Who may be named, and of what age. */

export const living: readonly string[] = ['01', '03', '05', '07', '20', '70', '80']
export const evenDead: readonly string[] = [...living, '90']
export const resident: readonly string[] = ['01', '03', '05', '07']
const closed: readonly string[] = ['30', '50', '60']

/** In the register, under a number that is valid, with a status that allows it. */
export const isSomebody =
  (code: string, statuses: readonly string[]): Check =>
  (judged) => {
    const pnr = given(judged, code)
    if (pnr === '') return []
    if (pnr === unknownPnr) return [objection('badPnr', code)]
    const person = judged.people.find(pnr)
    if (person === undefined) return [objection('notInRegister', code)]
    const status = statusOf(person)
    if (closed.includes(status)) return [objection('deadNumber', code)]
    return statuses.includes(status) ? [] : [objection('wrongStatus', code)]
  }

/** The unknown person is let pass, for the event names them by text. */
export const isSomebodyOrUnknown = (code: string, statuses: readonly string[]): Check => {
  const isKnown = isSomebody(code, statuses)
  return (judged) => (given(judged, code) === unknownPnr ? [] : isKnown(judged))
}

/** In the register under a number that is no longer valid. */
export const isClosedNumber =
  (code: string): Check =>
  (judged) => {
    const person = judged.people.find(given(judged, code))
    if (person === undefined) return [objection('notInRegister', code)]
    return closed.includes(statusOf(person)) ? [] : [objection('notClosed', code)]
  }

export const differ = (one: string, other: string): Check =>
  when(
    'samePerson',
    other,
    (judged) =>
      given(judged, one) !== '' &&
      given(judged, one) !== unknownPnr &&
      given(judged, one) === given(judged, other),
  )

/** Another field is filled in when this one stands for somebody unknown. */
export const namedByText = (code: string, text: string): Check =>
  when(
    'missingField',
    text,
    (judged) => given(judged, code) === unknownPnr && given(judged, text) === '',
  )

const isUnder18 = (pnr: string, date: string): boolean => {
  const birthDate = birthDateOf(pnr)
  return birthDate !== null && ageOn(birthDate, date) < 18
}

export const isOfAge = (code: string): Check =>
  when('underage', code, (judged) => isUnder18(given(judged, code), judged.date))

export const isMinor = (code: string): Check =>
  when('ofAge', code, (judged) => !isUnder18(given(judged, code), judged.date))
