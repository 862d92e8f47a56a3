import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, has, inAalborg, isMinor, isPlain, isSingle } from '../who.ts'

const hasChildAtHome = (one: Somebody) =>
  one
    .kin('child')
    .some(
      (child) =>
        isMinor(child) &&
        columnOf(child, 'address', 'streetCode') === columnOf(one, 'address', 'streetCode'),
    )

export const disappearance = sample({
  event: 'disappearance',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({
    mother: look(all(isPlain, inAalborg, hasChildAtHome)),
    ordered: look(all(inAalborg, has('relocationOrder'))),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    disappearanceDate: day(-1),
    investigation: 'Notat 2026-12 efter § 10',
    authority: '0851',
  }),
  asks: ['searched'],
  leaves: ({ person }, day) => [
    [
      person,
      {
        person: { status: '70', statusDate: day(-1) },
        address: null,
        disappearance: { start: day(-1) },
      },
    ],
  ],
  trials: [
    { rule: 'children', form: ({ mother }) => ({ personnummer: mother.pnr }) },
    { rule: 'shared', form: ({ ordered }) => ({ personnummer: ordered.pnr }) },
  ],
  again: [{ rule: 'status' }],
})
