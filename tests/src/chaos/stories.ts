import type { Form } from '../api.ts'
import type { Listed } from '../control.ts'
import type { Random } from './random.ts'
import { textIn, type Town } from './town.ts'

/** A main event as it is reported, and what a mistake in it would be put right to. */
export interface Story {
  readonly event: string
  /** Who reports it. */
  readonly by: string
  /** Who may take it back or correct it. */
  readonly senior: string
  /** Undefined where nobody suits. */
  readonly form: (town: Town, random: Random) => Promise<Form | undefined>
  readonly correction?: Form
}

const born = (from: string, to: string) => (one: Listed) =>
  one.birthDate >= from && one.birthDate <= to
const grown = born('19400101', '20030101')
const single = (one: Listed) => grown(one) && one.civilStatus === 'U'
const surnames = ['Prøvestrup', 'Mølgaard', 'Kjeldgaard', 'Dalsgaard', 'Vestergaard'] as const

const move: Story = {
  event: 'move',
  by: 'caseworker',
  senior: 'senior',
  correction: { houseNumber: '077' },
  form: async (town, random) => {
    const person = town.find(random, grown)
    return (
      person && {
        personnummer: person.pnr,
        moveDate: await town.day(0),
        municipalityCode: '0851',
        streetCode: random.pick(['8511', '8512', '8513']),
        houseNumber: String(random.between(1, 60)).padStart(3, '0'),
        moveReason: 'OWN',
        authority: '0851',
      }
    )
  },
}

const marriage: Story = {
  event: 'marriage-entry',
  by: 'caseworker',
  senior: 'senior',
  form: async (town, random) => {
    const one = town.find(random, (listed) => single(listed) && listed.sex === 'K')
    const other = town.find(random, (listed) => single(listed) && listed.sex === 'M')
    return (
      one &&
      other && {
        personnummer: one.pnr,
        spousePersonnummer: other.pnr,
        marriageDate: await town.day(-1),
        marriageAuthority: '0851',
        marriageKind: 'CIVIL',
        certificateDate: await town.day(-20),
        documentation: 'Vielsesbog 2026-17',
        authority: '0851',
      }
    )
  },
}

const nameChange: Story = {
  event: 'name-change',
  by: 'parish',
  senior: 'parish',
  correction: { lastName: 'Lindholm' },
  form: async (town, random) => {
    const person = town.find(random, grown)
    return (
      person && {
        personnummer: person.pnr,
        nameDate: await town.day(-1),
        firstNames: textIn(await town.look(person.pnr), 'name', 'firstNames') || 'Ida',
        lastName: random.pick(surnames),
        ground: 'APPLICATION',
        feePaid: true,
        authority: '7001',
      }
    )
  },
}

const birth: Story = {
  event: 'birth',
  by: 'parish',
  senior: 'parish',
  form: async (town, random) => {
    const isMother = born('19850101', '20020101')
    const mother = town.find(random, (one) => isMother(one) && single(one) && one.sex === 'K')
    return (
      mother && {
        motherPersonnummer: mother.pnr,
        birthDate: await town.day(-2),
        sex: random.pick(['K', 'M']),
        birthAuthority: '7001',
        liveBirth: true,
        documentation: 'Anmeldelse 2026-4',
        authority: '7001',
      }
    )
  },
}

const death: Story = {
  event: 'death',
  by: 'caseworker',
  senior: 'senior',
  form: async (town, random) => {
    const person = town.find(random, born('19200101', '19700101'))
    return (
      person && {
        personnummer: person.pnr,
        deathDate: await town.day(0),
        deathKind: 'CERTIFICATE',
        documentation: 'Dødsattest 2026-9',
        authority: '0851',
      }
    )
  },
}

const divorce: Story = {
  event: 'divorce',
  by: 'family-law',
  senior: 'family-law',
  form: async (town, random) => {
    const person = town.find(random, (one) => one.civilStatus === 'G')
    const spouse =
      person && textIn(await town.look(person.pnr), 'civilStatus', 'spousePersonnummer')
    return (
      (person &&
        spouse && {
          personnummer: person.pnr,
          spousePersonnummer: spouse,
          divorceDate: await town.day(-1),
          ground: 'AGREEMENT',
          deciding: '1301',
          decision: 'Bevilling 2026-53',
        }) ||
      undefined
    )
  },
}

const contactAddress: Story = {
  event: 'contact-address',
  by: 'caseworker',
  senior: 'senior',
  correction: { lines: ['c/o Arkivet', 'Havnevej 5'] },
  form: async (town, random) => {
    const person = town.find(random, grown)
    return (
      person && {
        personnummer: person.pnr,
        startDate: await town.day(-1),
        lines: ['c/o Kontoret', `Havnevej ${random.between(1, 40)}`],
        authority: '0851',
      }
    )
  },
}

const churchWithdrawal: Story = {
  event: 'church-withdrawal',
  by: 'parish',
  senior: 'parish',
  form: async (town, random) => {
    const person = town.find(random, grown)
    return (
      person && {
        personnummer: person.pnr,
        withdrawalDate: await town.day(-1),
        baptismPlace: 'Vor Frue Kirke',
        baptismDate: await town.day(-30),
        authority: '7001',
      }
    )
  },
}

const protection: Story = {
  event: 'protection',
  by: 'caseworker',
  senior: 'senior',
  form: async (town, random) => {
    const person = town.find(random, grown)
    return (
      person && {
        personnummer: person.pnr,
        protectionType: '00001',
        startDate: await town.day(0),
        endDate: await town.day(300),
        authority: '0851',
      }
    )
  },
}

/** Nine main events; those that happen often are told often. */
export const stories: readonly [Story, ...Story[]] = [
  move,
  move,
  move,
  nameChange,
  nameChange,
  marriage,
  birth,
  birth,
  contactAddress,
  contactAddress,
  death,
  divorce,
  churchWithdrawal,
  protection,
]
