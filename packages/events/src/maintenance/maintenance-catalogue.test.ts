import { findService } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { findDefinition } from '../catalogue.ts'
import { codeLists } from '../code-lists/code-lists.ts'
import { reportsOf } from '../to-request.ts'
import { servicesFor } from '../wire/queries.ts'
import { serviceShowing } from '../wire/wire-tables.ts'
import { maintenanceCatalogue } from './maintenance-catalogue.ts'

const child = '0101900001'
const stamp = '20261101120000000001'

function named(dataType: string, words: readonly string[]): readonly string[] {
  return words.map((word) => `${dataType}.${word}`)
}

function typesFor(id: string) {
  return findDefinition(id)?.reporters.map(({ authorityType }) => authorityType)
}

test('every operation that a service carries out is there', () => {
  const whole = 'correct-current correct-former undo-current undo-former report-former'.split(' ')
  expect(maintenanceCatalogue.map(({ id }) => id).toSorted()).toEqual(
    [
      ...[
        'address',
        'birth-registration',
        'church',
        'citizenship',
        'civil-status',
        'disappearance',
        'kinship',
        'migration',
        'municipal',
        'name',
        'separation',
        'shared-residence',
      ].flatMap((dataType) => named(dataType, whole)),
      ...named('person-other', whole.slice(0, 4)),
      ...named('personnummer', ['correct-current', 'undo-current', 'undo-former']),
    ].toSorted(),
  )
})

test.each([
  ['address.correct-former', 'ADR-R'],
  ['birth-registration.undo-former', 'FODSTD-F'],
  ['church.undo-current', 'FKIRKE-F'],
  ['citizenship.correct-current', 'STATB-R'],
  ['civil-status.undo-current', 'CIV-F'],
  ['disappearance.undo-current', 'FORSV-F'],
  ['kinship.undo-current', 'SLAEGT-F'],
  ['migration.correct-current', 'UDIND-R'],
  ['municipal.report-former', 'KOMFOR-T'],
  ['name.report-former', 'NAVN-T'],
  ['person-other.correct-current', 'PERS-R'],
  ['personnummer.undo-current', 'PNR-F'],
  ['separation.report-former', 'SEP-T'],
  ['shared-residence.report-former', 'DELTBO-T'],
])('the operation %s is the service %s', (id, service) => {
  expect(findDefinition(id)?.service).toBe(service)
})

test('wire codes are those of the service', () => {
  const strange = maintenanceCatalogue.flatMap(({ id, service, fields }) => {
    const described = findService(service)
    const keys = described?.keys.map(({ code }) => code) ?? []
    const input = described?.input.map(({ code }) => code) ?? []
    return fields.flatMap(({ key, wire }) =>
      wire.filter((code) => !(key ? keys : input).includes(code)).map((code) => `${id} ${code}`),
    )
  })
  expect(strange).toEqual([])
})

/** Of a row that stands no end is said. */
const endsOfPeriods = /^(SLUT|GENFIND|INDRDATO)/

test('what a service takes stands in the form', () => {
  // A couple's row has the wedding's authority as a column, so that the reporting one goes unsaid.
  const unsaid = ['civil-status.correct-current MYNKOD', 'civil-status.correct-former MYNKOD']
  const missing = maintenanceCatalogue.flatMap(({ id, service, fields }) => {
    const given = new Set(fields.flatMap(({ wire }) => wire))
    const described = findService(service)
    return [...(described?.keys ?? []), ...(described?.input ?? [])]
      .filter(
        ({ code }) => !given.has(code) && !(endsOfPeriods.test(code) && id.endsWith('current')),
      )
      .map(({ code }) => `${id} ${code}`)
  })
  expect(missing).toEqual([...unsaid, 'civil-status.report-former MYNKOD'])
})

test('a row is keyed by person and time stamp', () => {
  const undo = findDefinition('name.undo-current')
  const data = { personnummer: child, timestamp: stamp, reason: 'Forkert person' }
  expect(undo && reportsOf(undo, data)).toEqual([
    {
      person: child,
      service: 'NAVN-F',
      keys: { PNR: child, TIMSTP: stamp },
      data: {},
    },
  ])
})

test('a correction sends what is right, not why', () => {
  const correct = findDefinition('address.correct-current')
  const data = {
    personnummer: child,
    timestamp: stamp,
    municipalityCode: '851',
    streetCode: '8511',
    houseNumber: '7b',
    door: 'tv',
    startDate: '20261101',
    dateUncertain: true,
    reason: 'Forkert hus',
  }
  expect(correct && reportsOf(correct, data)[0]?.data).toEqual({
    KOMKOD: '0851',
    VEJKOD: '8511',
    HUSNR: '007B',
    SIDEDOER: '  tv',
    STARTDATO: '202611010000',
    STARTDATOUSM: '*',
  })
})

test('a day that has two codes is asked once', () => {
  const late = findDefinition('disappearance.report-former')
  const data = {
    personnummer: child,
    startDate: '20200101',
    endDate: '20210101',
    authority: '0851',
    reason: 'Aldrig indberettet',
  }
  expect(late && reportsOf(late, data)[0]?.data).toEqual({
    STARTDATO: '202001010000',
    FORSVINDDATO: '202001010000',
    SLUTDATO: '202101010000',
    GENFINDDATO: '202101010000',
    MYNKOD: '0851',
  })
})

test('a late report has no row to point at', () => {
  const late = findDefinition('kinship.report-former')
  const data = {
    personnummer: child,
    fatherPersonnummer: '0101600001',
    startDate: '19900101',
    endDate: '19950101',
    authority: '1301',
    reason: 'Aldrig indberettet',
  }
  expect(late && reportsOf(late, data)[0]).toMatchObject({
    keys: { PNR: child },
    data: {
      FARPNR: '0101600001',
      STARTDATO: '199001010000',
      SLUTDATO: '199501010000',
      MYNKOD: '1301',
    },
  })
})

test.each([
  ['civil-status.undo-current', 'A25'],
  ['name.undo-current', 'A17'],
  ['address.undo-current', 'A10'],
  ['name.correct-current', 'A16'],
  ['address.correct-current', 'A09'],
  ['civil-status.correct-former', 'A24'],
  ['personnummer.undo-current', 'A40'],
  ['disappearance.undo-current', 'A10'],
  ['migration.correct-current', 'A08'],
])('the operation %s leaves the code %s', (id, code) => {
  expect(findDefinition(id)?.eventCodes[0]).toBe(code)
})

test('the office that reaches every service may maintain everything', () => {
  const closed = maintenanceCatalogue.filter(({ reporters }) =>
    reporters.every(({ authorityType }) => authorityType !== '39'),
  )
  expect(closed.map(({ id }) => id)).toEqual([])
})

test('who only notifies has nothing to maintain', () => {
  const types = maintenanceCatalogue.flatMap(({ reporters }) =>
    reporters.map(({ authorityType }) => authorityType),
  )
  expect([null, '35', '41', '99'].filter((type) => types.includes(type))).toEqual([])
})

test('a number is changed by the office alone', () => {
  expect(typesFor('personnummer.correct-current')).toEqual(['39'])
  expect(typesFor('personnummer.undo-current')).toContain('25')
})

test('rules and fields have one id each', () => {
  const twice = maintenanceCatalogue.filter(({ rules, fields }) => {
    const all = [...rules.map(({ id }) => id), ...fields.map(({ name }) => name)]
    return new Set(all).size < all.length
  })
  expect(twice.map(({ id }) => id)).toEqual([])
})

test('rules speak of fields that are there', () => {
  const strange = maintenanceCatalogue.flatMap(({ rules, fields }) => {
    const names = fields.map(({ name }) => name)
    return rules.filter((rule) => rule.fields.some((field) => !names.includes(field)))
  })
  expect(strange.map(({ id }) => id)).toEqual([])
})

test('code lists and the parties that are read are there', () => {
  const missing = maintenanceCatalogue.flatMap(({ fields, parties, reads }) => [
    ...fields.flatMap(({ codeList = 'sex' }) => (codeList in codeLists ? [] : [codeList])),
    ...reads.filter((party) => !(party in parties)),
  ])
  expect(missing).toEqual([])
})

const ended = ['address', 'supplementaryAddress', 'relocationOrder', 'sharedResidence'] as const

test.each([
  ['name.undo-current', ['name', 'addressingName']],
  [
    'address.undo-current',
    ['address', 'supplementaryAddress', 'contactAddress', 'relocationOrder'],
  ],
  ['civil-status.undo-current', ['civilStatus']],
  ['kinship.undo-current', ['kinship', 'parentalAuthority']],
  ['separation.undo-current', ['separation', 'civilStatus']],
  ['citizenship.undo-current', ['citizenship']],
  ['church.undo-current', ['church']],
  ['birth-registration.undo-current', ['birthRegistration']],
  ['shared-residence.undo-current', ['sharedResidence']],
  ['person-other.undo-current', ['protection', 'guardianship', 'guardian', 'election']],
  ['personnummer.undo-current', ['person']],
  ['disappearance.correct-current', ['disappearance', ...ended]],
  ['migration.correct-current', ['migration', ...ended]],
] as const)('the lookups of %s show its rows', (id, entities) => {
  const definition = findDefinition(id)
  const services = definition ? servicesFor(definition) : []
  expect(services).toEqual(expect.arrayContaining(entities.map((entity) => serviceShowing(entity))))
})
