import type { SignOnVerdict } from '@sagsgang/gctp'
import { developmentProfile } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { choose } from './choose-password.ts'
import type { Passwords } from './kept-passwords.ts'
import { changed, changing, forgiven, said, saying, takeOver } from './passwords.ts'
import { daysLeft, isDue } from './rotation-days.ts'

const [given, fresh, other] = ['Hemmelig-1', 'Frisk-2222', 'Anden-3333']
const DAY_MS = 86_400_000
const now = 1_000 * DAY_MS

/** What is left of them after these answers, each to the one that is chosen then. */
function heard(
  start: Passwords,
  verdicts: readonly SignOnVerdict[],
  { configured = given, at = now } = {},
): Passwords {
  return verdicts.reduce((passwords, verdict) => {
    const choice = choose(passwords, configured)
    if (!choice) throw new Error('nothing may be tried')
    return said(saying(passwords, choice.which), { ...choice, verdict, now: at })
  }, start)
}

const sent = changing(takeOver(given), fresh, now)
const unheard = changed(sent, { verdict: 'unheard', before: takeOver(given), now })
const next = (passwords: Passwords, configured = given) => choose(passwords, configured)?.password

test('a change that was heard of is settled', () => {
  const settled = changed(sent, { verdict: 'accepted', before: takeOver(given), now })
  expect(settled).toMatchObject({ current: fresh, candidate: null, since: now })
  expect(next(settled)).toBe(fresh)
})

test('after an unheard change the new one goes first', () => {
  expect(next(unheard)).toBe(fresh)
  expect(heard(unheard, ['accepted'])).toMatchObject({
    current: fresh,
    candidate: null,
    since: now,
  })
})

test('the old one follows where the new is wrong', () => {
  const turned = heard(unheard, ['wrong'])
  expect(next(turned)).toBe(given)
  const kept = heard(turned, ['accepted'])
  // What was sent may still arrive: it is not forgotten.
  expect([next(kept), kept.candidate?.password]).toEqual([given, fresh])
  expect(next(heard(kept, ['wrong']))).toBe(fresh)
})

test('without answers both are tried by turns', () => {
  const tried: (string | undefined)[] = []
  let passwords: Passwords = unheard
  for (let count = 0; count < 4; count++) {
    tried.push(next(passwords))
    passwords = heard(passwords, ['unheard'])
  }
  expect(tried).toEqual([fresh, given, fresh, given])
  expect(next(passwords)).toBeUndefined()
  expect(next(forgiven(passwords))).toBe(fresh)
})

test('where the old one is wrong the new must be right', () => {
  const unsure = heard(unheard, ['unheard', 'wrong'])
  expect(next(unsure)).toBe(fresh)
  const lost = heard(unsure, ['unheard'])
  expect(next(lost)).toBe(fresh)
  // Somebody may have changed it elsewhere: even so nobody is locked out.
  expect(next(heard(lost, ['unheard']))).toBeUndefined()
})

test('what was sent late arrives after it was called wrong', () => {
  const late = heard(unheard, ['wrong', 'wrong'])
  expect(next(late)).toBe(fresh)
  expect(next(heard(late, ['wrong']))).toBeUndefined()
})

test('what is no longer on its way never arrives', () => {
  const absent = heard(unheard, ['wrong'], { at: now + 3_600_000 })
  expect(next(heard(absent, ['unheard', 'unheard']))).toBe(given)
  expect(next(heard(absent, ['wrong']))).toBeUndefined()
})

test('a password that was right is never doubted unheard', () => {
  expect(
    next(
      heard(
        takeOver(given),
        Array.from({ length: 9 }, () => 'unheard'),
      ),
    ),
  ).toBe(given)
})

test('a wrong password is tried twice and no more', () => {
  const twice = heard(takeOver(given), ['wrong', 'wrong'])
  expect(next(twice)).toBeUndefined()
  const again = forgiven(twice)
  expect(next(again)).toBe(given)
  expect(next(heard(again, ['wrong']))).toBeUndefined()
})

test('another configured password is tried after a refusal', () => {
  const refused = heard(takeOver(given), ['wrong'])
  expect(next(takeOver(given), other)).toBe(given)
  expect(next(refused, other)).toBe(other)
  const taken = heard(refused, ['accepted'], { configured: other })
  expect(taken).toEqual(takeOver(other))
})

test('a locked user is left alone until somebody says so', () => {
  const locked = heard(takeOver(given), ['locked'])
  expect(next(locked)).toBeUndefined()
  expect(next(forgiven(locked))).toBe(given)
})

const rules = developmentProfile.passwords

test('a password is changed a month before its end', () => {
  const since = now - 59 * DAY_MS
  const known = { ...takeOver(given), since }
  expect(isDue(known, rules, now)).toBe(false)
  expect(isDue(known, rules, now + DAY_MS)).toBe(true)
  expect(daysLeft(known, rules, now + DAY_MS)).toBe(30)
})

test('one whose age nobody knows is changed at once', () => {
  expect(isDue(takeOver(given), rules, now)).toBe(true)
  expect(daysLeft(takeOver(given), rules, now)).toBeNull()
})

test('an unheard change is sent again, the same one', () => {
  expect(isDue(unheard, rules, now + 3_599_999)).toBe(false)
  expect(isDue(unheard, rules, now + 3_600_000)).toBe(true)
  expect(changing(unheard, other, now + DAY_MS).candidate).toMatchObject({
    password: fresh,
    firstSentAt: now,
  })
})

test('a refused change gives way to another a day later', () => {
  const refused = changed(sent, { verdict: 'newRefused', before: takeOver(given), now })
  expect([next(refused), isDue(refused, rules, now + DAY_MS - 1)]).toEqual([given, false])
  expect(isDue(refused, rules, now + DAY_MS)).toBe(true)
  expect(changing(refused, other, now + DAY_MS).candidate.password).toBe(other)
})

test('a change that never left leaves nothing behind', () => {
  const before = takeOver(given)
  expect(changed(changing(before, fresh, now), { verdict: 'unsent', before, now })).toBe(before)
})

test('an expired password is right and due', () => {
  const known = { ...takeOver(given), since: now }
  const expired = heard(known, ['expired'])
  expect([next(expired), isDue(expired, rules, now)]).toEqual([given, true])
})
