import type { Find } from '../../src/proof/cast.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { findCouple } from '../couple.ts'
import { all, inAalborg, isMan, isOfStatus, isPlain, isSingle, isWoman } from '../who.ts'

const numberIn = (one: Somebody): string =>
  one
    .ever('civilStatus')
    .flatMap(({ spousePersonnummer }) =>
      typeof spousePersonnummer === 'string' ? [spousePersonnummer] : [],
    )
    .at(-1) ?? ''

/** Both are divorced, and stayed so. */
export const isDivorced = all(isPlain, inAalborg, isWoman, isOfStatus('F'), (one) =>
  one.kin('child').every((child) => child.kin('father').every(isOfStatus('F'))),
)

export const findDivorced = (find: Find) => {
  const wife = find((one) => isDivorced(one) && one.kin('child').length > 0)
  const husband = wife
    .kin('child')
    .flatMap((child) => child.kin('father'))
    .find(({ pnr }) => pnr === numberIn(wife))
  return { wife, husband: husband ?? wife }
}

/** Divorced, and married again to somebody else. */
export const findRemarried = (find: Find) => {
  const { wife: bride, husband: former } = findCouple(find)
  return { bride, former, groom: find(all(isSingle, isMan)) }
}

export const remarried = (
  { bride, former, groom }: ReturnType<typeof findRemarried>,
  day: Day,
): readonly Earlier[] => [
  {
    event: 'divorce',
    by: 'family-law',
    form: {
      personnummer: bride.pnr,
      spousePersonnummer: former.pnr,
      divorceDate: day(-10),
      ground: 'AGREEMENT',
      deciding: '1301',
      decision: 'Bevilling 2026-53',
    },
  },
  {
    event: 'marriage-entry',
    by: 'caseworker',
    form: {
      personnummer: bride.pnr,
      spousePersonnummer: groom.pnr,
      marriageDate: day(-5),
      marriageAuthority: '0851',
      marriageKind: 'CIVIL',
      certificateDate: day(-8),
      documentation: 'Vielsesbog 2026-17',
      authority: '0851',
    },
  },
]
