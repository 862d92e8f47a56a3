import { expect, test } from 'vitest'

import { prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { offersIn } from '../offers.ts'
import { personsOf } from '../parties.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { aPerson, civil, holds, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { blockersOf } from '../undo.ts'
import { death } from './death.ts'
import { widowhood } from './widowhood.ts'

const man = '0709614231'
const wife = '0709614096'
const child = '0111164001'
const dead = aPerson(man, { rows: [row('address', home), civil('G', wife), kin('child', child)] })
const widow = aPerson(wife, { rows: [row('address', home), civil('G', man)] })
const boy = aPerson(child, {
  rows: [row('address', home), kin('father', man), holds('00003', wife), holds('00004', man)],
})

const sound: Facts = {
  data: {
    personnummer: man,
    deathDate: '20261120',
    deathKind: 'CERTIFICATE',
    documentation: 'Attest 3',
    authority: '7001',
  },
  view: viewOf(dead, widow, boy),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const leftAlone = aPerson(child, {
  rows: [row('address', home), kin('father', man), holds('00004', man)],
})

const trials: readonly Trial[] = [
  { rule: 'access', authority: '1401' },
  ...personTrials('personnummer', dead),
  { rule: 'status', person: { ...dead, status: '90' } },
  { rule: 'alive', person: { ...dead, status: '90' } },
  { rule: 'fmt-date', data: { deathDate: '20261100' } },
  { rule: 'nofuture', data: { deathDate: '20261124' } },
  { rule: 'late', data: { deathDate: '20261118' } },
  { rule: 'birth', data: { deathDate: '19000101' } },
  { rule: 'doc', data: { documentation: '.' } },
  {
    rule: 'latest-any',
    person: { ...dead, rows: [...dead.rows, row('church', {}, { start: '20261121' })] },
  },
  { rule: 'spouse-row', person: aPerson(wife, { rows: [civil('G', '0707614293')] }) },
  { rule: 'children', person: leftAlone },
  { rule: 'abroad', data: { deathKind: 'ABROAD', country: '5120' } },
]

/** Nobody but a person can answer them, so they are asked every time. */
const asked = ['confirm', 'wards']

test('a death asks only what no register tells', () => {
  expect(rulesRaised(death, sound)).toEqual(asked)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(death, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the death is tried', () => {
  expect([...trials.map(({ rule }) => rule), ...asked].toSorted()).toEqual(ruleNames(death))
})

test('a child was nobody’s guardian', () => {
  const facts = tried(sound, { rule: '', data: { personnummer: child } })
  expect(rulesRaised(death, facts)).toEqual(['confirm'])
})

test('an uncertain day may be unknown in part', () => {
  const facts = tried(sound, { rule: '', data: { deathDate: '20261100', dateUncertain: true } })
  expect(rulesRaised(death, facts)).not.toContain('fmt-date')
})

const isLateOf = (deathDate: string) =>
  rulesRaised(death, tried(sound, { rule: '', data: { deathDate } })).includes('late')

test('two weekdays after a Thursday are a Monday', () => {
  expect([isLateOf('20261119'), isLateOf('20261118')]).toEqual([false, true])
})

test('a death changes the deceased, the spouse and the child', () => {
  const told = predict(death, sound.data, sound.view).map(
    ({ party, entity, change, columns, derivedMark, end }) => [
      party,
      entity,
      change,
      Object.values(columns)[0],
      derivedMark ?? end,
    ],
  )
  expect(told).toEqual([
    ['person', 'person', 'set', '90', null],
    ['person', 'civilStatus', 'append', 'D', null],
    ['person', 'address', 'end', '0851', '20261120'],
    ['spouse', 'civilStatus', 'append', 'E', 'ÆG'],
    ['children', 'parentalAuthority', 'end', '00004', '20261120'],
  ])
})

test('the separation of either ends with the death', () => {
  const [one, other] = [dead, widow].map((person) => ({
    ...person,
    rows: [...person.rows, row('separation')],
  }))
  const view = viewOf(one ?? dead, other ?? widow, boy)
  const ended = predict(death, sound.data, view).filter(({ entity }) => entity === 'separation')
  expect(ended.map(({ party, end, derivedMark }) => [party, end, derivedMark])).toEqual([
    ['spouse', '20261120', 'ÆG'],
    ['person', '20261120', null],
  ])
})

test('a partner is left with another status and mark', () => {
  const view = viewOf(
    aPerson(man, { rows: [civil('P', wife)] }),
    aPerson(wife, { rows: [civil('P', man)] }),
  )
  const spouse = predict(death, sound.data, view).find(({ party }) => party === 'spouse')
  expect([spouse?.columns['civilStatus'], spouse?.derivedMark]).toEqual(['L', 'PA'])
})

test('the widowhood it derives reads as the same rows', () => {
  const prefilled = prefillOf(
    death,
    { followOn: 'widowhood@spouse-or-partner', person: wife },
    sound.data,
    sound.view,
  )
  expect(prefilled).toEqual({
    personnummer: wife,
    spousePersonnummer: man,
    deathDate: '20261120',
    documentation: 'Attest 3',
    authority: '7001',
  })
  const after = viewOf(
    aPerson(wife, {
      rows: [civil('G', man, { end: '20261120' }), civil('E', man, { start: '20261120' })],
    }),
  )
  expect(differences(predict(widowhood, prefilled, sound.view), after)).toEqual([])
})

test('the widow needs nothing, the orphan a guardian of the law', () => {
  const view = { ...sound.view, people: { ...sound.view.people, [child]: leftAlone } }
  const offers = offersIn(death, { ...sound, view }, () => true)
  const told = Object.fromEntries(
    offers.map(({ key, as, required, people }) => [
      key,
      [`${as}${required ? '!' : ''}`, ...people],
    ]),
  )
  expect(told).toEqual({
    'widowhood@spouse-or-partner': ['derived', wife],
    'shared-residence-cessation@children-or-the-child-who-died': ['notNeeded'],
    'parental-authority@children-under-18': ['due!', child],
    'guardian@wards-of-the-deceased': ['due!'],
    'guardian-discharge@wards-of-the-deceased': ['offered'],
    'contact-address@the-deceased': ['offered', man],
    'move@children-under-18': ['due!', child],
    'name-change@spouse': ['offered', wife],
    'municipal-notes@the-deceased': ['offered', man],
  })
})

test('a death ends what the parents agreed on', () => {
  const shared = row('sharedResidence', { otherParentPersonnummer: wife, agreementKind: 'PLAIN' })
  const between = aPerson(child, { rows: [...boy.rows, shared] })
  const facts = tried(sound, { rule: '', person: between })
  const ended = predict(death, facts.data, facts.view).filter(
    ({ entity }) => entity === 'sharedResidence',
  )
  expect(ended.map(({ party, change, end }) => [party, change, end])).toEqual([
    ['children', 'end', '20261120'],
  ])
  const followOn = 'shared-residence-cessation@children-or-the-child-who-died'
  const offer = offersIn(death, facts, () => true).find(({ key }) => key === followOn)
  expect([offer?.as, offer?.people]).toEqual(['derived', [child]])
  expect(prefillFrom(death, { followOn, person: child }, facts.data, facts.view)).toEqual({
    personnummer: child,
    otherParentPersonnummer: wife,
    startDate: '20000101',
    endDate: '20261120',
    agreementKind: 'PLAIN',
    reason: 'DEATH',
    authority: '7001',
  })
})

test('post for the estate goes where its form said', () => {
  const data = { ...sound.data, executorAddress: ['Bobestyrer', 'Torvet 1'] }
  const opened = { followOn: 'contact-address@the-deceased', person: man }
  expect(prefillFrom(death, opened, data, sound.view)).toEqual({
    personnummer: man,
    startDate: '20261120',
    lines: ['Bobestyrer', 'Torvet 1'],
    authority: '7001',
  })
})

test('a child who dies is meant as well', () => {
  const shared = row('sharedResidence', { otherParentPersonnummer: man })
  const between = aPerson(child, { rows: [...boy.rows, shared] })
  const facts = tried(sound, { rule: '', person: between, data: { personnummer: child } })
  const followOn = 'shared-residence-cessation@children-or-the-child-who-died'
  const offer = offersIn(death, facts, () => true).find(({ key }) => key === followOn)
  expect(offer?.people).toEqual([child])
  expect(prefillFrom(death, { followOn, person: child }, facts.data, facts.view)).toMatchObject({
    personnummer: child,
    otherParentPersonnummer: man,
  })
})

test('a death concerns everyone it writes on', () => {
  expect(personsOf(death, sound.data, sound.view)).toEqual([
    { role: 'person', pnr: man },
    { role: 'spouse', pnr: wife },
    { role: 'children', pnr: child },
  ])
})

const now = (view: Facts['view']) => ({ ...sound, view, acceptedOn: '20261123' })

test('a remarriage stands in the way of undoing it', () => {
  const gone = aPerson(man, { status: '90', rows: [civil('D', wife, { start: '20261120' })] })
  const remarried = aPerson(wife, { rows: [civil('G', '0707614293', { start: '20261122' })] })
  const widowed = aPerson(wife, { rows: [civil('E', man, { start: '20261120' })] })
  expect(blockersOf(death, now(viewOf(gone, widowed)))).toEqual([])
  expect(blockersOf(death, now(viewOf(gone, remarried))).map(({ severity }) => severity)).toEqual([
    'error',
  ])
})
