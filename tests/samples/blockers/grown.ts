import type { Somebody } from '../../src/proof/census.ts'
import { all, columnOf, has, inAalborg, isMinor, isPlain } from '../who.ts'
import { at, blocked } from './blocked.ts'

const isShared = all(isPlain, inAalborg, isMinor, has('sharedResidence'))

export const authorityOf = (child: Somebody, startDate: string, both: boolean) => ({
  personnummer: child.pnr,
  holders: both ? [{ relation: '00003' }, { relation: '00004' }] : [{ relation: '00003' }],
  startDate,
  deciding: '1301',
  decision: 'Aftale 2026-62',
})

const endOf = (child: Somebody, endDate: string) => ({
  personnummer: child.pnr,
  otherParentPersonnummer: columnOf(child, 'sharedResidence', 'otherParentPersonnummer'),
  endDate,
  reason: 'AGREED',
  authority: '1301',
})

/** What was said of a child who is none any more. */
export const blockedGrown = [
  blocked({
    title: 'parental-authority.of-age',
    severity: 'warning',
    by: 'family-law',
    people: (find) => [
      find(
        all(
          isPlain,
          inAalborg,
          isMinor,
          (one) => one.kin('father').length === 1 && one.holders().length === 1,
        ),
      ),
    ],
    form: (people, day) => authorityOf(at(people, 0), day(-1), true),
    years: 18,
    isFreed: false,
  }),
  blocked({
    title: 'shared-residence-cessation.grown',
    severity: 'warning',
    by: 'family-law',
    people: (find) => [find(isShared)],
    form: (people, day) => endOf(at(people, 0), day(-1)),
    years: 18,
    isFreed: false,
  }),
  blocked({
    title: 'shared-residence-registration.grown',
    severity: 'warning',
    by: 'family-law',
    people: (find) => [find(isShared)],
    before: (people, day) => [
      {
        event: 'shared-residence-cessation',
        by: 'family-law',
        form: endOf(at(people, 0), day(-5)),
      },
    ],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      otherParentPersonnummer: columnOf(
        at(people, 0),
        'sharedResidence',
        'otherParentPersonnummer',
      ),
      startDate: day(-1),
      agreementKind: 'PLAIN',
      documentation: 'Aftale 2026-63',
      authority: '1301',
    }),
    years: 18,
    isFreed: false,
  }),
]
