import { authorityNameOf, authorityTypeOf, catalogue } from '@sagsgang/events'
import { expect, test } from 'vitest'

import type { RoleName } from '../engine/ports.ts'
import { authorize, type Action } from './authorize.ts'
import { demoIdentities, signInDemo } from './identities.ts'

const actorWith = (role: RoleName) => ({ user: 'who', name: 'Who', role, authority: '0851' })
const own = { authority: '0851', openedBy: 'somebody' }

const allowed = (action: Action) =>
  (['caseworker', 'senior', 'operator', 'auditor', 'service'] as const).filter(
    (role) => authorize(actorWith(role), action, null).type === 'allowed',
  )

test.each<[Action, readonly RoleName[]]>([
  ['catalogue.read', ['caseworker', 'senior', 'operator', 'auditor', 'service']],
  ['cases.list', ['caseworker', 'senior', 'operator', 'auditor', 'service']],
  ['cases.readContent', ['caseworker', 'senior', 'auditor', 'service']],
  ['cases.open', ['caseworker', 'senior']],
  ['cases.command', ['caseworker', 'senior']],
  ['cases.resume', ['caseworker', 'senior', 'operator']],
  ['cases.decide', ['senior']],
  ['cases.proposeDecision', ['caseworker', 'operator']],
  ['cases.undo', ['senior']],
  ['cases.correct', ['senior']],
  ['cases.planLanding', ['senior', 'operator', 'auditor']],
  ['cases.proposeLanding', ['senior', 'operator']],
  ['cases.approveLanding', ['senior']],
  ['cases.rejectLanding', ['senior', 'operator']],
  ['register.read', ['caseworker', 'senior']],
  ['audit.read', ['auditor']],
  ['metering.read', ['senior', 'operator', 'auditor']],
])('%s is open to these roles and no others', (action, roles) => {
  expect(allowed(action)).toEqual(roles)
})

test("another authority's case does not exist", () => {
  for (const { role } of demoIdentities) {
    const verdict = authorize(actorWith(role), 'cases.read', { ...own, authority: '0101' })
    expect(verdict).toEqual({ type: 'denied', reason: 'caseNotFound' })
  }
})

test('a system sees only what it opened', () => {
  const service = actorWith('service')
  expect(authorize(service, 'cases.read', own).type).toBe('denied')
  expect(authorize(service, 'cases.read', { ...own, openedBy: 'who' }).type).toBe('allowed')
})

// A citizen notifies and a rule set writes what follows: neither sits in an office.
const withoutOffice = [null, '41', '99']

test.each(catalogue)('somebody in the demonstration may report $id', ({ reporters }) => {
  const offices = demoIdentities.filter(({ role }) => role === 'senior')
  const played = new Set<string | null>(offices.map(({ authority }) => authorityTypeOf(authority)))
  const types = reporters.map(({ authorityType }) => authorityType)
  expect(types.filter((type) => !withoutOffice.includes(type) && !played.has(type))).toEqual([])
})

test('everybody has a name of their own and a known authority', () => {
  expect(new Set(demoIdentities.map(({ name }) => name)).size).toBe(demoIdentities.length)
  for (const { authority } of demoIdentities)
    expect(authorityNameOf(authority).da).not.toContain(authority)
})

test('a caseworker is told that a senior is needed', () => {
  const verdict = authorize(actorWith('caseworker'), 'cases.undo', own)
  expect(verdict).toEqual({ type: 'denied', reason: 'seniorOnly' })
})

test('only known bearers sign on', () => {
  expect(signInDemo('Bearer demo:senior')).toMatchObject({ type: 'signedIn' })
  expect(signInDemo('Bearer demo:family-law')).toMatchObject({ type: 'signedIn' })
  expect(signInDemo('Bearer demo:nobody')).toEqual({ type: 'identityUnknown' })
  expect(signInDemo('Basic c2VuaW9y')).toEqual({ type: 'identityUnknown' })
  expect(signInDemo(undefined)).toEqual({ type: 'notSignedIn' })
})
