import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { listOfCodes } from './code-list.ts'
import type { Code } from './code-list.ts'
import { countries } from './countries.ts'
import { municipalities } from './municipalities.ts'

/** Each type of authority and the codes it covers. The upper ends of the ranges are modelled. */
export const authorityTypes: readonly Code[] = [
  {
    code: '39',
    name: say('CPR-kontoret', 'CPR office'),
    ranges: [
      ['0001', '0002'],
      ['5115', '5115'],
    ],
  },
  {
    code: '05',
    name: say('Kommune', 'Municipality'),
    ranges: [
      ['0101', '0860'],
      ['0955', '0961'],
    ],
  },
  { code: '04', name: say('Personregisterfører', 'Civil registrar'), ranges: [['4001', '4099']] },
  {
    code: '07',
    name: say('Fiktiv kommune', 'Fictive municipality'),
    ranges: [
      ['0003', '0004'],
      ['0007', '0012'],
      ['0019', '0019'],
      ['0100', '0100'],
    ],
  },
  { code: '10', name: say('Domstol', 'Court'), ranges: [['1101', '1199']] },
  { code: '14', name: say('Valgkontor', 'Election office'), ranges: [['0014', '0014']] },
  { code: '15', name: say('Familieretshuset', 'Agency of Family Law'), ranges: [['1301', '1399']] },
  {
    code: '16',
    name: say('Justitsministeriet', 'Ministry of Justice'),
    ranges: [['0016', '0016']],
  },
  {
    code: '17',
    name: say('Indfødsretskontoret', 'Citizenship office'),
    ranges: [['0017', '0017']],
  },
  {
    code: '18',
    name: say('Udlændingemyndighed', 'Immigration authority'),
    ranges: [['0018', '0018']],
  },
  {
    code: '20',
    name: say('Anerkendt trossamfund', 'Recognised faith community'),
    ranges: [['4601', '4699']],
  },
  { code: '25', name: say('Sogn', 'Parish'), ranges: [['7001', '9399']] },
  {
    code: '30',
    name: say('Land', 'Country'),
    ranges: [
      ['5100', '5114'],
      ['5116', '5999'],
    ],
  },
  { code: '35', name: say('Politi', 'Police'), ranges: [['1401', '1499']] },
  { code: '41', name: say('Borger', 'Citizen'), ranges: [['0041', '0041']] },
  { code: '42', name: say('Borger, direkte', 'Citizen, direct'), ranges: [['0042', '0042']] },
  { code: '43', name: say('Kunder', 'Customers'), ranges: [['0043', '0043']] },
  {
    code: '71',
    name: say('Kirkeministeriet', 'Ministry of Ecclesiastical Affairs'),
    ranges: [['0071', '0071']],
  },
  { code: '99', name: say('Maskinelt regelsæt', 'Machine rule set'), ranges: [['0099', '0099']] },
  {
    code: '00',
    name: say('Ukendt myndighed', 'Unknown authority'),
    ranges: [
      ['0000', '0000'],
      ['0005', '0006'],
    ],
  },
]

const others = listOfCodes(
  ['0000', 'Ukendt myndighed', 'Unknown authority'],
  ['0001', 'CPR-kontoret', 'CPR office'],
  ['0005', 'Kirkelig vielse, myndighed ukendt', 'Church wedding, authority unknown'],
  ['0006', 'Borgerlig vielse, myndighed ukendt', 'Civil wedding, authority unknown'],
  ['0011', 'Skattestyrelsen', 'Tax agency'],
  ['0012', 'ATP', 'ATP pension fund'],
  ['0014', 'Valgkontoret', 'Election office'],
  ['0017', 'Indfødsretskontoret', 'Citizenship office'],
  ['0018', 'Udlændingestyrelsen', 'Immigration authority'],
  ['0019', 'Administrative personnumre', 'Administrative numbers'],
  ['0099', 'Maskinelt regelsæt', 'Machine rule set'],
  ['1101', 'Københavns Byret', 'Copenhagen City Court'],
  ['1301', 'Familieretshuset', 'Agency of Family Law'],
  ['1401', 'Københavns Politi', 'Copenhagen Police'],
  ['4001', 'Aabenraa personregisterområde', 'Civil registrar of Aabenraa'],
  ['4601', 'Det Mosaiske Troessamfund', 'Jewish Community in Denmark'],
  ['7001', 'Vor Frue Sogn', 'Parish of Vor Frue'],
  ['7002', 'Helligånds Sogn', 'Parish of Helligånd'],
  ['7003', 'Sankt Pauls Sogn', 'Parish of Sankt Paul'],
)

/** Authorities that a form offers by name; any code inside a range is taken. */
export const authorities: readonly Code[] = [...municipalities, ...others]

/** Two digits; null for a code of no type. */
export function authorityTypeOf(code: string): string | null {
  if (!/^\d{4}$/.test(code)) return null
  const type = authorityTypes.find(({ ranges }) =>
    ranges?.some(([first, last]) => first <= code && code <= last),
  )
  return type?.code ?? null
}

/** By its own name, else by that of its type and the code. */
export function authorityNameOf(code: string): Text {
  const named = [...authorities, ...countries].find((authority) => authority.code === code)
  if (named) return named.name
  const type = authorityTypes.find((candidate) => candidate.code === authorityTypeOf(code))
  return type ? say(`${type.name.da} ${code}`, `${type.name.en} ${code}`) : say(code, code)
}
