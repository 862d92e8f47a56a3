import { describe, expect, test } from 'vitest'

import { followOnsOf } from './follow-ons-of.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { accepted, asExpected, beingSaved, openEffect, saved, story } from './testing/story.ts'
import type { Story } from './testing/story.ts'

const naming = followOn('naming', { mode: 'required' })
const church = followOn('church', { after: ['naming'] })
const widowhood = followOn('widowhood', { mode: 'derived' })
const paternity = followOn('paternity', { mode: 'conditional', whenTrue: 'required' })
const coMaternity = followOn('co-maternity', {
  mode: 'conditional',
  whenTrue: 'optional',
  alternativeTo: 'paternity',
})

const offered = (key: string, people: readonly string[] = ['1']) =>
  ({ key: `${key}@person`, as: 'offered', people }) as const
const due = (key: string, people: readonly string[] = ['1']) =>
  ({ key: `${key}@person`, as: 'due', people }) as const

const openNaming = { type: 'openFollowOn', followOn: 'naming@person' } as const

const reasonOf = ({ snapshot }: Story, key: string) =>
  followOnsOf(birth, snapshot).find((one) => one.key === `${key}@person`)?.reason

function opened(from: Story, caseId: string): Story {
  return from.answer('openCase', { type: 'opened', caseId })
}

const birth = eventWith([naming, church])
const named = accepted(story(birth), [due('naming'), offered('church')])

describe('a required follow-on', () => {
  test('it holds the case open until it has settled', () => {
    expect(named.status).toBe('followOns')
    const settled = opened(named.tell(openNaming), 'n').tell({ type: 'caseSettled', caseId: 'n' })
    expect(settled.status).toBe('completed')
  })

  test('another waits until it has ended', () => {
    const openChurch = { type: 'openFollowOn', followOn: 'church@person' } as const
    expect(named.tell(openChurch).told.handled).toBe(false)
    const waived = named.tell({ type: 'waiveFollowOn', followOn: 'naming@person', reason: 'later' })
    expect(waived.tell(openChurch).asked).toEqual(['openCase'])
  })

  test('one that waits for it says so', () => {
    expect(reasonOf(named, 'church')).toBe('awaitsFollowOn')
    const underWay = opened(named.tell(openNaming), 'n')
    expect(reasonOf(underWay, 'church')).toBe('awaitsFollowOn')
    const settled = underWay.tell({ type: 'caseSettled', caseId: 'n' })
    expect(reasonOf(settled, 'church')).toBeUndefined()
  })

  test('a withdrawn case puts it back', () => {
    const back = opened(named.tell(openNaming), 'n').tell({ type: 'caseWithdrawn', caseId: 'n' })
    expect(stateOf(back, 'naming')).toBe('due')
    expect(back.tell(openNaming).asked).toEqual(['openCase'])
  })

  test('one undone by itself reopens a completed case', () => {
    const undone = opened(named.tell(openNaming), 'n').tell(
      { type: 'caseSettled', caseId: 'n' },
      { type: 'caseUndone', caseId: 'n' },
    )
    expect(undone.status).toBe('followOns')
    expect(stateOf(undone, 'naming')).toBe('due')
  })

  test('it ends when each person has a settled case', () => {
    const both = accepted(story(birth), [due('naming', ['1', '2'])])
    expect(both.tell(openNaming).told.handled).toBe(false)
    const first = opened(both.tell({ ...openNaming, person: '1' }), 'a')
    const again = first.tell({ type: 'caseSettled', caseId: 'a' })
    expect(stateOf(again, 'naming')).toBe('due')
    const second = opened(again.tell(openNaming), 'b').tell({ type: 'caseSettled', caseId: 'b' })
    expect(stateOf(second, 'naming')).toBe('settled')
  })

  test('one that cannot be opened here was reported elsewhere', () => {
    const unavailable = {
      ...due('naming'),
      as: 'unavailable',
      reason: 'eventNotAvailable',
    } as const
    const waiting = accepted(story(birth), [unavailable])
    expect(waiting.tell(openNaming).told.handled).toBe(false)
    const waived = waiting.tell({
      type: 'waiveFollowOn',
      followOn: 'naming@person',
      reason: 'on paper',
    })
    expect(stateOf(waived, 'naming')).toBe('handedOver')
    expect(waived.status).toBe('completed')
  })

  test('a case that cannot be opened may be given up', () => {
    const failed = named.tell(openNaming).answer('openCase', { type: 'failed', reason: 'noSuch' })
    expect(failed.status).toBe('stuck')
    const given = failed.tell({
      type: 'waiveFollowOn',
      followOn: 'naming@person',
      reason: 'no use',
    })
    expect(given.status).toBe('completed')
  })
})

describe('deadlines', () => {
  const deadline = {
    id: 'naming-6-months',
    date: '20270523',
    followOn: 'naming@person',
    effect: 'stuck',
  } as const
  const running = accepted(story(birth), [due('naming'), offered('church')], [deadline])
  const overdue = running.tell({ type: 'expired', effect: deadlineOf(running, deadline.id) })

  test('an overdue one is stuck, and still doable', () => {
    expect(overdue.status).toBe('stuck')
    expect(overdue.tell({ type: 'resume' }).told.handled).toBe(false)
    expect(overdue.tell(openNaming).asked).toEqual(['openCase'])
  })

  test('an ended follow-on heals it and runs no more', () => {
    const settled = opened(overdue.tell(openNaming), 'n').tell({ type: 'caseSettled', caseId: 'n' })
    expect(settled.status).toBe('completed')
    expect(settled.snapshot.context.overdue).toEqual([])
  })

  test('a follow-on wanted again runs against its date again', () => {
    const again = opened(running.tell(openNaming), 'n').tell(
      { type: 'caseSettled', caseId: 'n' },
      { type: 'caseUndone', caseId: 'n' },
    )
    expect(again.told.effects).toMatchObject([
      { type: 'deadline', payload: { deadline: deadline.id, date: deadline.date } },
    ])
  })

  test('offers that nobody takes lapse on their day', () => {
    const lapsed = running.tell({
      type: 'expired',
      effect: deadlineOf(running, 'idle-optional-follow-on'),
    })
    expect(stateOf(lapsed, 'church')).toBe('lapsed')
  })
})

describe('a derived follow-on', () => {
  const death = eventWith([widowhood])
  const opening = beingSaved(story(death))
    .answer('save', saved)
    .answer('offer', {
      type: 'offered',
      followOns: [{ key: 'widowhood@person', as: 'derived', people: ['2'] }],
      deadlines: [],
      offersUntil: '20261223',
    })

  test('its case opens by itself and gates until settled', () => {
    expect(opening.asked).toEqual(['verify', 'openCase'])
    const verified = opened(opening, 'w').answer('verify', asExpected)
    expect(verified.status).toBe('followOns')
    expect(verified.tell({ type: 'caseSettled', caseId: 'w' }).status).toBe('completed')
  })

  test('nobody is asked where there is nobody', () => {
    expect(accepted(story(death), []).status).toBe('completed')
  })
})

describe('what may be wanted', () => {
  const when = { da: 'gift i udlandet', en: 'married abroad' }
  const asked = followOn('wedding', { mode: 'conditional', when, decides: 'worker' })
  const vote = followOn('vote', { separateCase: true })
  const entry = eventWith([asked, vote])

  test('it says when it is wanted, and who decides', () => {
    const { snapshot } = accepted(story(entry), [due('wedding'), offered('vote')])
    const [question, apart] = followOnsOf(entry, snapshot)
    expect(question).toMatchObject({ when, decides: 'worker' })
    expect(question).not.toHaveProperty('separateCase')
    expect(apart).toMatchObject({ separateCase: true })
    expect(apart).not.toHaveProperty('decides')
  })
})

describe('alternatives', () => {
  const either = eventWith([paternity, coMaternity])
  const both = accepted(story(either), [due('paternity'), offered('co-maternity')])
  const coOpen = opened(both.tell({ type: 'openFollowOn', followOn: 'co-maternity@person' }), 'c')

  test('the one chosen rules the other out', () => {
    const openPaternity = { type: 'openFollowOn', followOn: 'paternity@person' } as const
    expect(coOpen.tell(openPaternity).told.handled).toBe(false)
    const settled = coOpen.tell({ type: 'caseSettled', caseId: 'c' })
    expect(stateOf(settled, 'paternity')).toBe('notNeeded')
    expect(settled.status).toBe('completed')
  })

  test('undone, it makes the other due again', () => {
    const undone = coOpen.tell(
      { type: 'caseSettled', caseId: 'c' },
      { type: 'caseUndone', caseId: 'c' },
    )
    expect(stateOf(undone, 'paternity')).toBe('due')
  })
})

function stateOf({ snapshot }: Story, event: string): string | undefined {
  const definition = eventWith([naming, church, paternity, coMaternity])
  return followOnsOf(definition, snapshot).find(({ key }) => key === `${event}@person`)?.state
}

function deadlineOf({ snapshot }: Story, id: string): string {
  const found = Object.entries(snapshot.context.open).find(
    ([, { payload }]) => 'deadline' in payload && payload.deadline === id,
  )
  return found?.[0] ?? openEffect(snapshot, 'deadline')
}
