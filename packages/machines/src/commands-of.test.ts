import { describe, expect, test } from 'vitest'

import { commandsOf } from './commands-of.ts'
import { eventWith, followOn, maintenance } from './testing/definition.ts'
import { accepted, beingSaved, story } from './testing/story.ts'
import type { Story } from './testing/story.ts'

const birth = eventWith([
  followOn('naming', { mode: 'required' }),
  followOn('church', { after: ['naming'] }),
])

const named = accepted(story(birth), [
  { key: 'naming@person', as: 'due', people: ['1'] },
  { key: 'church@person', as: 'offered', people: ['1'] },
])

describe('the commands of a case', () => {
  test('a draft is filled in, submitted, withdrawn or assigned', () => {
    expect(allowedIn(story(birth))).toEqual(['fill', 'submit', 'withdraw', 'assign'])
  })

  test('a case whose save is out takes nothing back', () => {
    expect(allowedIn(beingSaved(story(birth)))).toEqual(['assign'])
    expect(reasonIn(beingSaved(story(birth)), 'undo')).toMatch(/not registered/)
  })

  test('an accepted case names the follow-ons that are ready', () => {
    const open = commandsOf(birth, named.snapshot).find(({ type }) => type === 'openFollowOn')
    expect(open).toMatchObject({ allowed: true, followOns: ['naming@person'] })
    const waive = commandsOf(birth, named.snapshot).find(({ type }) => type === 'waiveFollowOn')
    expect(waive?.followOns).toEqual(['naming@person', 'church@person'])
  })

  test('undo says why it has to wait for a release', () => {
    const calledOff = named
      .tell({ type: 'openFollowOn', followOn: 'naming@person' })
      .answer('openCase', { type: 'opened', caseId: 'n' })
      .tell({ type: 'undo', reason: 'mistake' }, { type: 'caseHalted', caseId: 'n' })
      .answer('plan', { type: 'blocked', blockers: [] })
    expect(reasonIn(calledOff, 'undo')).toMatch(/going on/)
    expect(allowedIn(calledOff.answer('release', { type: 'told' }))).toContain('undo')
  })

  test('a correction is undone and not itself corrected', () => {
    const corrected = accepted(story(maintenance))
    expect(reasonIn(corrected, 'undo', maintenance)).toBeUndefined()
    expect(reasonIn(corrected, 'correct', maintenance)).toMatch(/correct the registration again/)
  })

  test('a case that is over takes none', () => {
    const over = story(birth).tell({ type: 'withdraw', reason: 'mistake' })
    expect(allowedIn(over)).toEqual([])
    for (const { reason } of commandsOf(birth, over.snapshot)) expect(reason?.en).toMatch(/over/)
  })
})

function allowedIn({ snapshot }: Story): readonly string[] {
  const allowed = commandsOf(birth, snapshot).filter((one) => one.allowed)
  return allowed.map(({ type }) => type)
}

function reasonIn({ snapshot }: Story, type: string, definition = birth): string | undefined {
  return commandsOf(definition, snapshot).find((one) => one.type === type)?.reason?.en
}
