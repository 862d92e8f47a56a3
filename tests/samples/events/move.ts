import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, has, inAalborg, isMinor, isPlain, isSingle } from '../who.ts'

const parts = ['municipalityCode', 'streetCode', 'houseNumber', 'floor', 'door'] as const

const homeOf = (one: Somebody) =>
  Object.fromEntries(parts.map((part) => [part, columnOf(one, 'address', part) || null]))

const isWithParents = all(isPlain, inAalborg, isMinor, (one) => {
  const home = JSON.stringify(homeOf(one))
  return (
    one.holders().length === 2 && one.holders().every((at) => JSON.stringify(homeOf(at)) === home)
  )
})

export const move = sample({
  event: 'move',
  by: 'caseworker',
  cast: (find) => ({ person: find(all(isSingle, has('address'))) }),
  others: (look, { person }) => ({
    crowd: look.many(
      11,
      all(isSingle, (one) => one !== person),
    ),
    host: look(
      all(
        isSingle,
        (one) => one !== person,
        (one) => columnOf(one, 'address', 'streetCode') < '9900',
      ),
    ),
    child: look(isWithParents),
    ordered: look(all(has('relocationOrder'), inAalborg)),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    moveDate: day(0),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '042',
    floor: '09',
    door: 'mf',
    moveReason: 'OWN',
    authority: '0851',
  }),
  leaves: ({ person }, day) => [
    [person, { address: { streetCode: '8511', houseNumber: '042', floor: '09', start: day(0) } }],
  ],
  trials: [
    { rule: 'family-members', form: ({ person }) => ({ familyMembers: [person.pnr] }) },
    { rule: 'overcrowding', form: ({ crowd }) => ({ familyMembers: crowd.map(({ pnr }) => pnr) }) },
    { rule: 'late', form: (_, day) => ({ moveDate: day(-10) }) },
    { rule: 'road', form: { houseNumber: '999' } },
    { rule: 'same', form: ({ person }) => homeOf(person), also: ['host-confirms'] },
    { rule: 'to-municipality', form: { municipalityCode: '0101' } },
    { rule: 'lives-there', form: { careOf: 'Hansen' } },
    { rule: 'host-confirms', form: ({ host }) => homeOf(host) },
    {
      rule: 'child-hearing',
      also: ['child-alone'],
      form: ({ child }) => ({ personnummer: child.pnr, otherParentHeard: false }),
    },
    {
      rule: 'child-alone',
      form: ({ child }) => ({ personnummer: child.pnr, otherParentHeard: true }),
    },
    {
      rule: 'special-road',
      form: { streetCode: '9901', houseNumber: null, floor: null, door: null },
    },
    { rule: 'threatened', form: { moveReason: 'THREATENED' } },
    { rule: 'institution', form: { moveReason: 'INSTITUTION' } },
    { rule: 'order', form: ({ ordered }) => ({ personnummer: ordered.pnr }) },
    { rule: 'queue', form: (_, day) => ({ moveDate: day(5) }) },
  ],
  again: [{ rule: 'same' }],
})
