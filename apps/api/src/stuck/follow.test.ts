import { getDefinition } from '@sagsgang/events'
import { advance, type Effect, open, type Outcome, type Snapshot } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { follow } from './follow.ts'

const definition = getDefinition('addressing-name')

type Said = Outcome extends infer O ? (O extends Outcome ? Omit<O, 'effect'> : never) : never

/** Tells the case one answer after the other, each to what it asked for last. */
function told(snapshot: Snapshot, ...answers: readonly Said[]): Snapshot {
  return answers.reduce((before, answer) => {
    const effect = Object.keys(before.context.open).at(-1) ?? ''
    return advance(definition, before, { ...answer, effect }).snapshot
  }, snapshot)
}

const drafted = open(definition, { caseId: 'a', data: {}, mode: 'report', parent: null }).snapshot

const checked: Said = {
  type: 'checked',
  findings: [],
  reportOn: null,
  insteadOf: null,
  reports: 1,
  persons: [],
}
const failed: Said = { type: 'failed', reason: 'timeout' }
const dialogue = { service: 'ADRNVN-I', keys: {}, authority: '0851', timestamp: '1' }
const initiated: Said = { type: 'initiated', dialogue }

/** Stuck at a lookup, and at the conversation. */
const atLookUp = told(advance(definition, drafted, { type: 'submit' }).snapshot, checked, failed)
const looked = told(
  advance(definition, atLookUp, { type: 'resume' }).snapshot,
  { type: 'lookedUp' },
  checked,
)
const atConversation = told(looked, { type: 'turnGiven' }, failed)

const resume = (snapshot: Snapshot) => advance(definition, snapshot, { type: 'resume' })

const judged = (
  cause: string,
  {
    repeated,
    now,
    isLate = false,
  }: {
    readonly repeated: readonly Effect[]
    readonly now: Snapshot
    readonly isLate?: boolean
  },
) => follow({ cause, repeated, now, isLate })

test('until it is answered, what was repeated is followed', () => {
  const { snapshot: now, effects: repeated } = resume(atLookUp)
  expect(judged('lookUp.timeout', { repeated, now })).toEqual({ type: 'following' })
  expect(judged('lookUp.timeout', { repeated, now, isLate: true })).toEqual({
    type: 'notVerified',
    reason: 'lookingUp',
  })
})

test('past the step that failed it is verified', () => {
  const { snapshot, effects: repeated } = resume(atLookUp)
  const now = told(snapshot, { type: 'lookedUp' })
  expect(judged('lookUp.timeout', { repeated, now })).toEqual({ type: 'verified' })
})

test('the same cause again is still failing', () => {
  const { snapshot, effects: repeated } = resume(atLookUp)
  const now = told(snapshot, failed)
  expect(judged('lookUp.timeout', { repeated, now }).type).toBe('stillFailing')
})

test('another cause is no proof of anything', () => {
  const { snapshot, effects: repeated } = resume(atLookUp)
  const now = told(snapshot, { type: 'failed', reason: 'locked' })
  expect(judged('lookUp.timeout', { repeated, now })).toEqual({
    type: 'notVerified',
    reason: 'lookUp.locked',
  })
})

test('a report is verified only once it stands', () => {
  const { snapshot, effects: repeated } = resume(atConversation)
  const begun = told(snapshot, initiated)
  expect(judged('initiate.timeout', { repeated, now: begun })).toEqual({ type: 'following' })
  const saving = told(begun, { type: 'validated' })
  const unanswered = told(saving, { type: 'unknown', reason: 'timeout' })
  expect(judged('initiate.timeout', { repeated, now: unanswered, isLate: true })).toEqual({
    type: 'notVerified',
    reason: 'readingBack',
  })
  const saved = told(saving, {
    type: 'saved',
    output: {},
    persons: [],
    acceptedOn: '20261123',
  })
  expect(judged('initiate.timeout', { repeated, now: saved })).toEqual({ type: 'verified' })
})

test('a report that comes back as a draft is not verified', () => {
  const { snapshot, effects: repeated } = resume(atConversation)
  const now = told(snapshot, { type: 'refused', findings: [] })
  expect(judged('initiate.timeout', { repeated, now })).toEqual({
    type: 'notVerified',
    reason: 'drafting',
  })
})
