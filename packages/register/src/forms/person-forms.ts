import { column } from '../rows.ts'
import {
  adult,
  ahead,
  has,
  lacks,
  lately,
  lines,
  living,
  pickRow,
  pnrOf,
  resident,
  status,
} from './forming.ts'
import type { Forming, Forms } from './forming.ts'

const guardian = (forming: Forming) =>
  forming.random.chance(0.5)
    ? {
        guardianRelation: '00001',
        guardianPersonnummer: pnrOf(forming, adult(forming), living, lacks('guardianship')),
      }
    : { guardianRelation: '00002', guardianName: 'Advokat Grøn', guardianAddress: lines }

const until = (forming: Forming) => (forming.random.chance(0.5) ? { endDate: ahead(forming) } : {})

/** What a person is called, belongs to, is protected by and may do. */
export const personForms: Forms = {
  naming: (forming) => ({
    personnummer: pnrOf(forming, lacks('name')),
    namingDate: forming.today,
    firstNames: 'Ida Marie Elisabeth Vilhelmine',
    lastName: 'Nynavn',
  }),
  'name-change': (forming) => ({
    personnummer: pnrOf(forming, living),
    nameDate: lately(forming),
    firstNames: 'Ny',
    lastName: 'Navn',
  }),
  'addressing-name': (forming) => ({
    personnummer: pnrOf(forming, living, has('name')),
    startDate: lately(forming),
    addressingName: 'Navn,N',
  }),
  'church-membership': (forming) => ({
    personnummer: pnrOf(forming, living),
    churchRelation: forming.random.pick(['F', 'M']),
    startDate: lately(forming),
  }),
  'church-withdrawal': (forming) => ({
    personnummer: pnrOf(
      forming,
      living,
      (person) => column(person, 'church', 'churchRelation') === 'F',
    ),
    withdrawalDate: lately(forming),
  }),
  citizenship: (forming) => ({
    personnummer: pnrOf(
      forming,
      living,
      (person) => column(person, 'citizenship', 'country') !== '5100',
    ),
    country: forming.random.pick(['5100', '5110']),
    startDate: lately(forming),
  }),
  'citizenship-loss': (forming) => ({
    personnummer: pnrOf(
      forming,
      living,
      (person) => column(person, 'citizenship', 'country') === '5100',
    ),
    country: '5100',
    newCountry: '5180',
    endDate: lately(forming),
  }),
  protection: (forming) => ({
    personnummer: pnrOf(forming, resident),
    protectionType: forming.random.pick(['00001', '00001', '00002', '00003', '00005']),
    startDate: lately(forming),
    ...until(forming),
  }),
  'protection-cessation': (forming) => {
    const { pnr, row } = pickRow(forming, 'protection', living)
    const protectionType = row?.columns['protectionType'] ?? ''
    return { personnummer: pnr, protectionType, endDate: forming.today }
  },
  occupation: (forming) => ({
    personnummer: pnrOf(forming, living),
    ...(forming.random.chance(0.9) && { occupation: forming.random.pick(['Skrædder', 'Smed']) }),
    startDate: lately(forming),
  }),
  'municipal-conditions': (forming) => ({
    personnummer: pnrOf(forming, living),
    conditionType: forming.random.pick(['1', '3']),
    conditionCode: forming.random.pick(['00012', '00013']),
    startDate: lately(forming),
    ...until(forming),
    comment: 'Pension',
  }),
  'municipal-notes': (forming) => ({
    personnummer: pnrOf(forming, living),
    noteNumber: forming.random.pick(['01', '02', '7']),
    noteText: 'Post retur',
    startDate: lately(forming),
    ...until(forming),
  }),
  'eu-election-address': (forming) => ({
    personnummer: pnrOf(forming, adult(forming), status('80', '01')),
    electionCode: forming.random.pick(['0001', '0002']),
    startDate: lately(forming),
    ...until(forming),
    address: lines,
    country: '5120',
  }),
  'eu-election-address-cessation': (forming) => {
    const { pnr, row } = pickRow(forming, 'election')
    const electionCode = row?.columns['electionCode'] ?? ''
    return { personnummer: pnr, electionCode, endDate: forming.today }
  },
  'under-guardianship': (forming) => ({
    personnummer: pnrOf(forming, adult(forming), living, lacks('guardianship')),
    kind: forming.random.pick(['6-PART', '6-FULL', '5-FINANCIAL']),
    startDate: lately(forming),
    ...until(forming),
    ...guardian(forming),
    deciding: '1301',
  }),
  'under-guardianship-cessation': (forming) => ({
    personnummer: pnrOf(forming, has('guardianship')),
    endDate: forming.today,
  }),
  guardian: (forming) => ({
    personnummer: pnrOf(forming, has('guardianship')),
    startDate: lately(forming),
    ...guardian(forming),
  }),
  'guardian-discharge': (forming) => {
    const { pnr, row } = pickRow(forming, 'guardian')
    return { personnummer: pnr, guardianRow: row?.timestamp ?? '', endDate: forming.today }
  },
  death: (forming) => ({
    personnummer: pnrOf(forming, living),
    deathDate: lately(forming),
  }),
}
