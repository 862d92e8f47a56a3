import { isClosed } from './invariant.ts'
import type { Check } from './invariant.ts'
import { currentRows, isValid, rowsOf } from './rows.ts'

/** What holds of single kinds of rows. */

/** The law on it came into force then. */
const firstSharedResidence = '20190401'

const sharedSinceTheLaw: Check = (person) =>
  rowsOf(person, 'sharedResidence').some((row) => isValid(row) && row.start < firstSharedResidence)
    ? ['a shared residence before there was any']
    : []

const namedOnceNamed: Check = (person) =>
  isClosed(person) ||
  !rowsOf(person, 'name').some(isValid) ||
  currentRows(person, 'name').length === 1
    ? []
    : ['somebody named without a name now']

/** A guardian is named by number or by name, as the relation says. */
const guardianIsNamed: Check = (person) =>
  rowsOf(person, 'guardian')
    .filter(isValid)
    .every(({ columns }) => {
      const { guardianRelation, guardianPersonnummer, guardianName } = columns
      if (guardianRelation === '00001') return guardianPersonnummer != null
      return guardianRelation !== '00002' || guardianName != null
    })
    ? []
    : ['a guardian without a name']

export const kindInvariants: readonly Check[] = [sharedSinceTheLaw, namedOnceNamed, guardianIsNamed]
