import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { aPerson, civil, home, kin, named, row, viewOf } from '../testing/people.ts'
import { rulesRaised, tried } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'

const person = '0101900001'
const parent = '0101600001'
const spouse = '0202910002'
const current = '20261101120000000001'
const former = '20100501120000000001'
const undone = '20150101120000000001'

const stands = aPerson(person, {
  rows: [
    row('name', { firstNames: 'Åse', lastName: 'Holm' }, { start: '20100501', timestamp: current }),
    row(
      'name',
      { firstNames: 'Åse', lastName: 'Berg' },
      { start: '19900101', end: '20100501', timestamp: former },
    ),
    row(
      'name',
      { firstNames: 'Asta', lastName: 'Berg' },
      { start: '20150101', end: '20150101', mark: 'A', timestamp: undone },
    ),
    ...named('Åse', 'Holm').slice(1),
    row(
      'protection',
      { protectionType: '00001' },
      { start: '20260601', end: '20270601', timestamp: '20260601120000000001' },
    ),
  ],
})

function soundFor(data: Facts['data']): Facts {
  return {
    data: { personnummer: person, reason: 'Skrevet på den forkerte', ...data },
    view: viewOf(stands, aPerson(parent), aPerson(spouse)),
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  }
}

function raisedBy(operation: string, sound: Facts, trial: Trial): readonly string[] {
  return rulesRaised(getDefinition(operation), tried(sound, trial))
}

/** That dates which are put right move others is only told. */
function refusals(operation: string, facts: Facts): readonly string[] {
  return rulesRaised(getDefinition(operation), facts).filter((rule) => rule !== 'neighbours')
}

const undo = soundFor({ timestamp: current })

test.each([
  ['name.undo-current', { timestamp: current }],
  ['name.undo-former', { timestamp: former }],
  ['person-other.undo-current', { timestamp: '20260601120000000001' }],
  ['name.correct-current', { timestamp: current, firstNames: 'Asta', startDate: '20100601' }],
  ['name.correct-former', { timestamp: former, lastName: 'Bjerg', endDate: '20100401' }],
])('%s finds nothing wrong with a sound row', (operation, data) => {
  expect(refusals(operation, soundFor(data))).toEqual([])
})

test.each<Trial>([
  { rule: 'access', authority: '1401' },
  { rule: 'fmt-pnr', data: { personnummer: '9913990000' } },
  { rule: 'required.timestamp', data: { timestamp: null } },
  { rule: 'format.timestamp', data: { timestamp: '2026' } },
  { rule: 'required.reason', data: { reason: null } },
  { rule: 'reason', data: { reason: '-' } },
  { rule: 'exists', nobody: person },
  { rule: 'row', data: { timestamp: '20990101120000000001' } },
  { rule: 'marked', data: { timestamp: undone } },
  { rule: 'current', data: { timestamp: former } },
])('an undo is refused by $rule alone', (trial) => {
  expect(raisedBy('name.undo-current', undo, trial)).toEqual([trial.rule])
})

test('the current row is not treated as former', () => {
  expect(raisedBy('name.undo-former', undo, { rule: 'former' })).toEqual(['former'])
})

test('a reason may be written in any letters', () => {
  const data = { reason: 'Прізвище – navnet er skrevet forkert…' }
  expect(raisedBy('name.undo-current', undo, { rule: '', data })).toEqual([])
})

test('a case that hangs on another needs no access of its own', () => {
  const facts = { ...undo, authority: '1401', viaPrimary: true }
  expect(rulesRaised(getDefinition('name.undo-current'), facts)).toEqual([])
})

const rightName = soundFor({ timestamp: current, lastName: 'Holme' })

test.each<Trial>([
  { rule: 'content', data: { lastName: null } },
  { rule: 'kind', data: { addressingName: 'Holme,Åse' } },
  { rule: 'fmt-name', data: { firstNames: 'Åse 2' } },
  { rule: 'fmt-name-2', data: { middleName: 'B/C' } },
  { rule: 'fmt-name-3', data: { lastName: 'x'.repeat(41) } },
  { rule: 'fmt-addressing-name', data: { addressingName: 'Holme;Åse' } },
  { rule: 'fmt-date', data: { startDate: '20100230' } },
  { rule: 'uncertain', data: { startDate: '20100500' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  {
    rule: 'chain',
    data: { startDate: '19900101', lastName: 'Holme' },
    person: aPerson(person, {
      rows: [
        row('name', { lastName: 'Holm' }, { start: '20100501', timestamp: current }),
        row('name', { lastName: 'Berg' }, { start: '20000101', end: '20100501' }),
      ],
    }),
  },
])('a corrected name is refused by $rule alone', (trial) => {
  expect(refusals('name.correct-current', tried(rightName, trial))).toEqual([trial.rule])
})

test('a name cannot begin before its bearer', () => {
  const data = { startDate: '19891231' }
  expect(raisedBy('name.correct-current', rightName, { rule: 'birth', data })).toContain('birth')
})

test('an uncertain row keeps its partial date', () => {
  const uncertain = aPerson(person, {
    rows: [{ ...row('name', {}, { start: '20100500', timestamp: current }), startUncertain: true }],
  })
  const data = { startDate: '20100500' }
  expect(
    raisedBy('name.correct-current', rightName, { rule: '', data, person: uncertain }),
  ).toEqual([])
})

test.each<Trial>([
  { rule: 'fmt-date-2', data: { endDate: '20101301' } },
  { rule: 'nofuture-2', data: { endDate: '20261124' } },
  { rule: 'chain', data: { startDate: '20100601' } },
])('a corrected former name is refused by $rule alone', (trial) => {
  const sound = soundFor({ timestamp: former, lastName: 'Bjerg' })
  expect(refusals('name.correct-former', tried(sound, trial))).toEqual([trial.rule])
})

const couple = civil('G', spouse, { start: '20101201', timestamp: current })
const married = {
  ...soundFor({ timestamp: current, civilStatus: 'G', spousePersonnummer: spouse }),
  view: viewOf(
    aPerson(person, { rows: [couple] }),
    aPerson(spouse, { rows: [civil('G', person)] }),
  ),
}

test.each<Trial>([
  { rule: 'code', data: { civilStatus: 'X' } },
  { rule: 'fmt-pnr-2', data: { spousePersonnummer: '9913990000' } },
  { rule: 'two', data: { spousePersonnummer: person } },
  { rule: 'exists-2', nobody: spouse },
  { rule: 'valid-pnr-2', person: aPerson(spouse, { status: '60' }) },
])('a corrected couple is refused by $rule alone', (trial) => {
  expect(raisedBy('civil-status.correct-current', married, trial)).toEqual([trial.rule])
  expect(rulesRaised(getDefinition('civil-status.correct-current'), married)).toEqual([])
})

const father = { ...kin('father', spouse), timestamp: current }
const withFather = {
  ...soundFor({ timestamp: current, fatherPersonnummer: parent }),
  view: viewOf(aPerson(person, { rows: [father] }), aPerson(parent)),
}

test.each<Trial>([
  { rule: 'fmt-pnr-2', data: { motherPersonnummer: '9913990000' } },
  { rule: 'fmt-pnr-3', data: { fatherPersonnummer: '9913990000' } },
  { rule: 'two', data: { fatherPersonnummer: person } },
  { rule: 'relation', data: { motherPersonnummer: parent, fatherPersonnummer: null } },
  { rule: 'exists-3', nobody: parent },
  { rule: 'valid-pnr-3', person: aPerson(parent, { status: '50' }) },
])('a corrected father is refused by $rule alone', (trial) => {
  expect(raisedBy('kinship.correct-current', withFather, trial)).toEqual([trial.rule])
  expect(rulesRaised(getDefinition('kinship.correct-current'), withFather)).toEqual([])
})

const moved = {
  ...soundFor({
    timestamp: current,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '7',
  }),
  view: viewOf(aPerson(person, { rows: [row('address', home, { timestamp: current })] })),
}

test.each<Trial>([
  { rule: 'fmt-num', data: { streetCode: '85A1' } },
  { rule: 'road', data: { houseNumber: '120' } },
])('a corrected address is refused by $rule alone', (trial) => {
  expect(raisedBy('address.correct-current', moved, trial)).toEqual([trial.rule])
  expect(rulesRaised(getDefinition('address.correct-current'), moved)).toEqual([])
})

test('a court is no place of birth registration', () => {
  const sound = {
    ...soundFor({ timestamp: current, birthAuthority: '7001' }),
    view: viewOf(aPerson(person, { rows: [row('birthRegistration', {}, { timestamp: current })] })),
  }
  const data = { birthAuthority: '1101' }
  expect(rulesRaised(getDefinition('birth-registration.correct-current'), sound)).toEqual([])
  expect(
    raisedBy('birth-registration.correct-current', sound, { rule: 'authority-kind', data }),
  ).toEqual(['authority-kind'])
})

const late = {
  ...soundFor({ country: '5120', startDate: '20000101', endDate: '20050101' }),
  view: viewOf(
    aPerson(person, {
      rows: [
        row('citizenship', { country: '5100' }, { start: '20050101', timestamp: current }),
        row('citizenship', { country: '5110' }, { start: '19900101', end: '20000101' }),
      ],
    }),
  ),
}

test.each<Trial>([
  { rule: 'required.country', data: { country: null } },
  { rule: 'required.endDate', data: { endDate: null } },
  { rule: 'fmt-date', data: { startDate: '20000100' } },
  { rule: 'fmt-date-2', data: { endDate: '20041301' } },
  { rule: 'order', data: { endDate: '20000101' } },
  { rule: 'neighbours', data: { startDate: '19990101' } },
  { rule: 'fits', data: { endDate: '20060101' } },
])('a late report is met by $rule', (trial) => {
  expect(raisedBy('citizenship.report-former', late, trial)).toContain(trial.rule)
  expect(rulesRaised(getDefinition('citizenship.report-former'), late)).toEqual([])
})

test('a parent reported late is named', () => {
  const sound = { ...late, data: { ...late.data, fatherPersonnummer: spouse } }
  const raised = raisedBy('kinship.report-former', sound, {
    rule: '',
    data: { fatherPersonnummer: null },
  })
  expect(raised).toEqual(['content'])
})
