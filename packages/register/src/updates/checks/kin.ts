import { unknownPnr } from '../../personnummer.ts'
import { objection } from '../../receipts.ts'
import { currentRows } from '../../rows.ts'
import type { Person } from '../../rows.ts'
import type { Item } from '../parties.ts'
import { given, named, when, whenPerson } from './check.ts'
import type { Check, Judged } from './check.ts'
import { isOfAge, isSomebody, living } from './people.ts'

/** Parents, children and who holds authority over them. */

const kin = (person: Person, relations: readonly string[]): readonly string[] =>
  currentRows(person, 'kinship')
    .filter(({ columns }) => relations.includes(columns['relation'] ?? ''))
    .flatMap(({ columns }) => columns['personnummer'] ?? [])

const parents: readonly string[] = ['mother', 'father']

export const notRelated = (code: string, other: string): Check =>
  when('related', other, (judged) => {
    const [one, two] = [named(judged, code), named(judged, other)]
    if (one === undefined || two === undefined) return false
    const own = kin(one, parents)
    const areSiblings = kin(two, parents).some((pnr) => own.includes(pnr))
    return areSiblings || kin(one, [...parents, 'child']).includes(two.pnr)
  })

export const notNamedYet: Check = whenPerson(
  'alreadyNamed',
  'PNR',
  (person) => currentRows(person, 'name').length > 0,
)

/** Somebody without a number is a parent too. */
const hasParent = (person: Person, relation: string): boolean =>
  currentRows(person, 'kinship').some(({ columns }) => columns['relation'] === relation)

export const noSecondParent: Check = whenPerson(
  'hasSecondParent',
  'FPNR',
  (person) => hasParent(person, 'father'),
  'PNR',
)

/** Nobody is their own ancestor, as far as one generation tells. */
export const notOwnChild = (code: string): Check =>
  whenPerson(
    'related',
    code,
    (person, judged) => kin(person, ['child']).includes(given(judged, code)),
    'PNR',
  )

export const someAdopter: Check = when(
  'noAdopter',
  'MPNR',
  (judged) => given(judged, 'MPNR') === '' && given(judged, 'FPNR') === '',
)

const parentOf: Readonly<Record<string, string>> = { '00003': 'mother', '00004': 'father' }
const others: readonly string[] = ['00005', '00006']

/** One or two, each in a relation of its own. */
export const oneOrTwoHolders: Check = when('holderCount', 'RELTYP', ({ holders }) => {
  const relations = holders.map(({ relation }) => relation)
  return holders.length < 1 || holders.length > 2 || new Set(relations).size !== relations.length
})

const holderFault =
  (judged: Judged) =>
  ({ relation, personnummer }: Item) => {
    const child = named(judged, 'PNR')
    const parent = parentOf[relation ?? '']
    if (parent !== undefined)
      return child !== undefined && hasParent(child, parent)
        ? []
        : [objection('noParent', 'RELTYP')]
    if (!others.includes(relation ?? '')) return [objection('outOfRange', 'RELTYP')]
    return personnummer === null ? [objection('missingField', 'RELPNR')] : []
  }

export const holdersFit: Check = (judged) => judged.holders.flatMap(holderFault(judged))

const holderChecks: readonly Check[] = [
  isSomebody('RELPNR', living),
  (judged) => (given(judged, 'RELPNR') === '' ? [] : isOfAgeUnlessParent(judged)),
]

const isOfAgeUnlessParent: Check = (judged) => {
  const child = named(judged, 'PNR')
  const isParent = child !== undefined && kin(child, parents).includes(given(judged, 'RELPNR'))
  return isParent ? [] : isOfAge('RELPNR')(judged)
}

export const holdersLive: Check = (judged) =>
  judged.holders.flatMap(({ personnummer }) => {
    const fields = { ...judged.fields, RELPNR: personnummer ?? '' }
    const isSelf = personnummer !== null && personnummer === given(judged, 'PNR')
    if (isSelf) return [objection('samePerson', 'RELPNR')]
    return holderChecks.flatMap((check) => check({ ...judged, fields }))
  })

/** A parent of the child, or one who holds authority over it. */
export const isOtherParent: Check = whenPerson(
  'notTheParent',
  'ANDENPNR',
  (child, judged) => {
    const other = given(judged, 'ANDENPNR')
    const holders = currentRows(child, 'parentalAuthority').map(
      ({ columns }) => columns['holderPersonnummer'],
    )
    return other !== unknownPnr && ![...kin(child, parents), ...holders].includes(other)
  },
  'PNR',
)
