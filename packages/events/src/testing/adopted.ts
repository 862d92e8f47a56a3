import type { Facts } from '../define-event.ts'
import { aPerson, civil, holds, home, kin, named, row, viewOf } from './people.ts'

/** A child, the parents it leaves, and a couple who adopt it. */

export const child = '0111164001'
export const mother = '0709614096'
export const father = '0709614231'
export const newMother = '1306814172'
export const newFather = '0707614293'

export const adopted = aPerson(child, {
  rows: [
    kin('mother', mother),
    kin('father', father),
    holds('00003', mother),
    holds('00004', father),
    row('citizenship', { country: '5120' }),
    ...named('Bo', 'Holm'),
  ],
})
export const formerMother = aPerson(mother, { rows: [civil('U'), kin('child', child)] })
const formerFather = aPerson(father, { rows: [civil('U'), kin('child', child)] })

export const adoptive = (pnr: string, spouse: string) =>
  aPerson(pnr, {
    rows: [civil('G', spouse), row('address', home), row('citizenship', { country: '5100' })],
  })

export const full: Facts = {
  data: {
    personnummer: child,
    adoptionKind: 'FULL',
    adoptiveMotherPersonnummer: newMother,
    adoptiveFatherPersonnummer: newFather,
    grantDate: '20261120',
    documentation: 'Bevilling 3',
    authority: '1301',
  },
  view: viewOf(
    adopted,
    formerMother,
    formerFather,
    adoptive(newMother, newFather),
    adoptive(newFather, newMother),
  ),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

/** The mother stays; her husband takes the place of the father. */
export const byStepfather: Facts = {
  ...full,
  data: {
    personnummer: child,
    adoptionKind: 'STEPCHILD',
    adoptiveFatherPersonnummer: newFather,
    grantDate: '20261120',
    documentation: 'Bevilling 3',
    authority: '1301',
  },
  view: viewOf(
    adopted,
    aPerson(mother, { rows: [civil('G', newFather), kin('child', child)] }),
    formerFather,
    adoptive(newFather, mother),
  ),
}
