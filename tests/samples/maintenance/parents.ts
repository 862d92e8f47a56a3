import type { Find } from '../../src/proof/cast.ts'
import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier, PastRow } from '../../src/proof/sample.ts'
import { isWife } from '../couple.ts'
import { all, inAalborg, isAged, isMinor, isPlain, isWoman } from '../who.ts'

/** The mother alone holds authority: nothing of it rests on the father. */
export const isMothers = all(
  isPlain,
  inAalborg,
  isMinor,
  (one) => one.kin('father').length === 1 && one.holders().length === 1,
)

/** A grown child with a child. */
export const isMother = all(isPlain, inAalborg, isWoman, isAged(23, 36), (one) =>
  one.kin('child').some(isWoman),
)

export const parentOf = (child: Somebody, relation: 'mother' | 'father'): Somebody =>
  child.kin(relation)[0] ?? child

export const daughterOf = (mother: Somebody): Somebody =>
  mother.kin('child').find(isWoman) ?? mother

export const rowOf = (child: Somebody, relation: string, isCurrent = true) => ({
  of: child,
  entity: 'kinship',
  is: ({ columns, mark, current }: PastRow) =>
    mark === null && current === isCurrent && columns['relation'] === relation,
})

const isAdopter = all(isWife, isAged(56, 90), (one) => (one.spouse()?.age ?? 0) > 55)

export const findAdopters = (find: Find) => {
  const wife = find(isAdopter)
  return { wife, husband: wife.spouse() ?? wife }
}

/** Adopted by a couple: those who were its parents are so no more. */
export const adopted = (
  child: Somebody,
  { wife, husband }: ReturnType<typeof findAdopters>,
  day: Day,
): Earlier => ({
  event: 'adoption',
  by: 'family-law',
  form: {
    personnummer: child.pnr,
    adoptionKind: child.age < 18 ? 'FULL' : 'ADULT',
    adoptiveMotherPersonnummer: wife.pnr,
    adoptiveFatherPersonnummer: husband.pnr,
    grantDate: day(-10),
    documentation: 'Bevilling 2026-64',
    authority: '1301',
  },
})

/** A mother for a time, long ago. */
export const hadMother = (child: Somebody, mother: Somebody): Earlier => ({
  event: 'kinship.report-former',
  by: 'parish',
  form: {
    personnummer: child.pnr,
    motherPersonnummer: mother.pnr,
    startDate: child.birthDate,
    endDate: addDays(child.birthDate, 400),
    reason: 'Manglede i anmeldelsen',
  },
})

/** Well formed, and given to nobody. */
const nobody = '2802614006'

/** What a late parent may raise besides. */
export const besides = ['fits', 'neighbours']

/** One at a time, as a late report names one parent. */
export const numbersOfNobody = [
  { rule: 'exists', also: besides, form: { personnummer: nobody } },
  { rule: 'exists-2', also: besides, form: { motherPersonnummer: nobody } },
  {
    rule: 'exists-3',
    also: besides,
    form: { motherPersonnummer: null, fatherPersonnummer: nobody },
  },
]
