import { expect, test } from 'vitest'

import { judge, type CaseFacts, type Facts } from './verdict.ts'

/** Whoever finds nothing wrong must be shown to be able to. */

const told = ['open', 'submit', 'checked', 'initiated', 'saved'].map((type, index) => ({
  seq: index + 1,
  actor: index < 2 ? 'caseworker' : 'system',
  type,
  status: 'completed',
  reason: null,
}))

const sound: CaseFacts = {
  caseId: 'one',
  event: 'move',
  status: 'completed',
  version: 5,
  isUnderWay: false,
  waitsFor: 'Nothing',
  cause: null,
  told,
  dialogues: ['20261123080000000001'],
  people: ['Ida'],
  differs: [],
}

const truth: Facts = {
  cases: [sound],
  applied: [
    { dialogue: '20261123080000000001', service: 'FLYT-I', reply: 'sent', people: ['Ida'] },
  ],
  acknowledged: [
    { caseId: 'one', user: 'caseworker', message: 'open', seq: 1 },
    { caseId: 'one', user: 'caseworker', message: 'submit', seq: 2 },
  ],
  disagreements: [],
  auditedUpTo: 12,
  falls: [],
  leaks: [],
  verified: [],
}

const [applied] = truth.applied
const [acknowledged] = truth.acknowledged
const withCase = (change: Partial<CaseFacts>): Facts => ({
  ...truth,
  cases: [{ ...sound, ...change }],
})
const idsOf = (facts: Facts) => judge(facts).map(({ id }) => id)

test('nothing is said of what is as it must be', () => {
  expect(judge(truth)).toEqual([])
})

test('an answered order that stands nowhere is lost', () => {
  for (const change of [
    { caseId: 'two' },
    { seq: 3 },
    { user: 'senior' },
    { message: 'confirm' },
  ]) {
    const missing = { caseId: 'one', user: 'caseworker', message: 'open', seq: 1, ...change }
    expect(idsOf({ ...truth, acknowledged: [missing] }), JSON.stringify(change)).toEqual(['lost'])
  }
  const undone = { caseId: 'one', user: 'caseworker', message: 'undo', seq: null }
  expect(idsOf({ ...truth, acknowledged: [undone] })).toEqual(['lost'])
  expect(acknowledged?.seq).toBe(1)
})

const moved = { service: 'FLYT-I', people: ['Ida'] }

test('two updates of one case are a duplicate', () => {
  const again = { ...moved, dialogue: '20261123080000000002', reply: 'lost' as const }
  const both = { ...truth, applied: [...truth.applied, again] }
  const resent = { ...sound, dialogues: [...sound.dialogues, again.dialogue] }
  expect(idsOf({ ...both, cases: [resent] })).toEqual(['duplicate'])
  // Nobody's update is somebody's duplicate, too.
  expect(idsOf(both)).toEqual(['duplicate'])
  expect(idsOf({ ...truth, applied: [...truth.applied, ...truth.applied] })).toEqual(['duplicate'])
  expect(applied?.reply).toBe('sent')
})

test('two cases of one order are a duplicate', () => {
  expect(idsOf({ ...truth, disagreements: ['one order, two cases'] })).toEqual(['duplicate'])
})

test('registered means applied, and applied is told', () => {
  expect(idsOf({ ...truth, applied: [] })).toEqual(['untrue'])
  const silent = told.filter(({ type }) => type !== 'saved')
  expect(idsOf(withCase({ told: silent, version: 4, status: 'draft' }))).toEqual(['untrue'])
  expect(idsOf(withCase({ told: silent, version: 4, status: 'inDoubt' }))).toEqual([])
})

const doubted = (reason: string): Partial<CaseFacts> => {
  const undecided = { seq: 6, actor: 'system', type: 'undecided', status: 'inDoubt', reason }
  return { told: [...told, undecided], version: 6 }
}

test('a doubt that nobody else gave is groundless', () => {
  expect(idsOf(withCase(doubted('changedByOthers')))).toEqual(['doubt'])
  expect(idsOf(withCase(doubted('askedEnough')))).toEqual([])
  const other = { ...sound, caseId: 'two', dialogues: ['20261123080000000003'] }
  const others = { ...moved, dialogue: '20261123080000000003', reply: 'sent' as const }
  const facts = withCase(doubted('changedByOthers'))
  const both = { ...facts, cases: [...facts.cases, other] }
  expect(idsOf({ ...both, applied: [...facts.applied, others] })).toEqual([])
  const apart = { ...others, people: ['Bo'] }
  const strangers = [...facts.cases, { ...other, people: ['Bo'] }]
  expect(idsOf({ ...both, cases: strangers, applied: [...facts.applied, apart] })).toEqual([
    'doubt',
  ])
})

test('a gap in a journal is seen', () => {
  expect(idsOf(withCase({ version: 6 }))).toEqual(['gap'])
  const torn = told.filter(({ seq }) => seq !== 3)
  expect(idsOf(withCase({ told: torn, version: 5 }))).toEqual(['gap'])
})

test('a case that its journal does not explain is seen', () => {
  expect(idsOf(withCase({ differs: ['data'] }))).toEqual(['replay'])
})

test('a case that moves on, or waits for nobody, is seen', () => {
  expect(idsOf(withCase({ isUnderWay: true, status: 'reporting' }))).toEqual(['unrest'])
  expect(idsOf(withCase({ waitsFor: '' }))).toEqual(['unrest'])
})

test.each([
  ['audit', { auditedUpTo: null }],
  ['fall', { falls: ['worker-1 ended by itself'] }],
  ['leak', { leaks: ['api-1 wrote a personal number'] }],
  ['store', { verified: ['I5 one'] }],
] as const)('what is wrong beside the cases counts (%s)', (id, change) => {
  expect(idsOf({ ...truth, ...change })).toEqual([id])
})
