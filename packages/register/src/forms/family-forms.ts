import type { CaseData } from '@sagsgang/events'

import { column, currentRows } from '../rows.ts'
import type { Person } from '../rows.ts'
import {
  adult,
  civil,
  has,
  lacks,
  lately,
  living,
  minor,
  pick,
  pickRow,
  pnrOf,
  sex,
} from './forming.ts'
import type { Form, Forming, Forms } from './forming.ts'

const couple = (forming: Forming, status: 'G' | 'P', other: string): CaseData => {
  const person = pick(forming, civil(status))
  const spouse = person && column(person, 'civilStatus', 'spousePersonnummer')
  return { personnummer: person?.pnr ?? '', ...(spouse != null && { [other]: spouse }) }
}

const wedding = (forming: Forming, other: string): CaseData => ({
  personnummer: pnrOf(forming, adult(forming), civil('U', 'F', 'E', 'O', 'L')),
  [other]: pnrOf(forming, adult(forming), civil('U', 'F', 'E')),
})

const decided = { deciding: '1301', court: '1301' }

const kin = (person: Person | undefined, relation: string): number =>
  (person === undefined ? [] : currentRows(person, 'kinship')).filter(
    ({ columns }) => columns['relation'] === relation,
  ).length

const lacksFather = (person: Person): boolean =>
  kin(person, 'father') === 0 && kin(person, 'mother') === 1

const secondParent =
  (parent: string): Form =>
  (forming) => ({
    personnummer: pnrOf(forming, lacksFather),
    parentPersonnummer: pnrOf(forming, sex(parent), adult(forming)),
    startDate: lately(forming),
  })

/** Either parents, in so far as the child has them, or somebody else. */
function holders(forming: Forming): CaseData {
  const child = pick(forming, minor(forming), living)
  const other = { relation: '00005', personnummer: pnrOf(forming, adult(forming), living) }
  const parents = (['mother', 'father'] as const)
    .filter((relation) => kin(child, relation) > 0)
    .map((relation) => {
      const row =
        child && currentRows(child, 'kinship').find((one) => one.columns['relation'] === relation)
      const personnummer = row?.columns['personnummer'] ?? ''
      return {
        relation: relation === 'mother' ? '00003' : '00004',
        ...(personnummer !== '' && { personnummer }),
      }
    })
  const chosen = forming.random.chance(0.3) ? [other] : parents
  return { personnummer: child?.pnr ?? '', holders: chosen }
}

/** Who belongs to whom. */
export const familyForms: Forms = {
  'marriage-entry': (forming) => ({
    ...wedding(forming, 'spousePersonnummer'),
    marriageDate: lately(forming),
    marriageAuthority: '0851',
  }),
  'marriage-annulment': (forming) => ({
    ...couple(forming, 'G', 'spousePersonnummer'),
    annulmentDate: lately(forming),
    ...decided,
  }),
  'partnership-entry': (forming) => ({
    ...wedding(forming, 'partnerPersonnummer'),
    partnershipDate: lately(forming),
    partnershipAuthority: '0851',
  }),
  'partnership-annulment': (forming) => ({
    ...couple(forming, 'P', 'partnerPersonnummer'),
    endDate: lately(forming),
    ...decided,
  }),
  'partnership-dissolution': (forming) => ({
    ...couple(forming, 'P', 'partnerPersonnummer'),
    endDate: lately(forming),
    ...decided,
  }),
  'separation-entry': (forming) => ({
    personnummer: pnrOf(forming, civil('G', 'P'), lacks('separation')),
    separationDate: lately(forming),
    decision: '26-1',
    ...decided,
  }),
  'separation-cessation': (forming) => ({
    personnummer: pnrOf(forming, has('separation')),
    endDate: forming.today,
    ...decided,
  }),
  divorce: (forming) => ({
    ...couple(forming, 'G', 'spousePersonnummer'),
    divorceDate: lately(forming),
    decision: '26-2',
    ...decided,
  }),
  widowhood: (forming) => ({
    personnummer: pnrOf(forming, (person) => column(person, 'civilStatus', 'spouseName') !== null),
    deathDate: lately(forming),
  }),
  paternity: secondParent('M'),
  'co-maternity': secondParent('K'),
  'parental-authority': (forming) => ({
    ...holders(forming),
    startDate: lately(forming),
    ...decided,
  }),
  'parental-authority-cessation': (forming) => {
    const { pnr, row } = pickRow(forming, 'parentalAuthority')
    const holderRelation = row?.columns['relation'] ?? ''
    return { personnummer: pnr, holderRelation, endDate: forming.today, ...decided }
  },
  adoption: (forming) => ({
    personnummer: pnrOf(forming, minor(forming), living),
    adoptionKind: forming.random.pick(['FULL', 'FULL', 'STEPCHILD', 'FOREIGN']),
    ...(forming.random.chance(0.7) && {
      adoptiveMotherPersonnummer: pnrOf(forming, sex('K'), adult(forming), living),
    }),
    ...(forming.random.chance(0.7) && {
      adoptiveFatherPersonnummer: pnrOf(forming, sex('M'), adult(forming), living),
    }),
    grantDate: lately(forming),
  }),
}
