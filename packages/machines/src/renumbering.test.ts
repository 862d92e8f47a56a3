import { describe, expect, test } from 'vitest'

import { eventWith, followOn } from './testing/definition.ts'
import { accepted, beingSaved, story, submitted } from './testing/story.ts'

const from = '0101010001'
const to = '0202020002'
const renumbered = { type: 'renumbered', from, to } as const

const naming = followOn('naming', { mode: 'required' })
const birth = eventWith([naming])

describe('a person who has got another number', () => {
  test('is known by it in the form, lists and holders too', () => {
    const data = {
      personnummer: from,
      lastName: 'Holm',
      familyMembers: ['0303030003', from],
      holders: [{ relation: '00003', personnummer: from }, { relation: '00004' }],
    }
    const { snapshot } = story(birth, { data }).tell(renumbered)
    expect(snapshot.context.data).toEqual({
      personnummer: to,
      lastName: 'Holm',
      familyMembers: ['0303030003', to],
      holders: [{ relation: '00003', personnummer: to }, { relation: '00004' }],
    })
  })

  test('is offered follow-ons and opened cases under it', () => {
    const due = { key: naming.key, as: 'due', people: [from, '2'] } as const
    const offered = accepted(story(birth), [due])
    const asked = offered.tell({ type: 'openFollowOn', followOn: naming.key, person: from })
    const { context } = asked.tell(renumbered).snapshot
    expect(context.followOns[naming.key]?.people).toEqual([to, '2'])
    const [opening] = Object.values(context.open).filter(({ type }) => type === 'openCase')
    expect(opening?.payload).toMatchObject({ person: to })
  })

  test('is waited for under it while the turn has not come', () => {
    const waiting = submitted(story(birth, { data: { personnummer: from } }))
    expect(waiting.tell(renumbered).snapshot.context.data).toEqual({ personnummer: to })
  })

  test('stands in the steps of a plan that are left', () => {
    const step = {
      operation: 'name.undo-current',
      caseId: 'case-1',
      person: from,
      data: { personnummer: from, timestamp: '1' },
      confirmed: [],
      policy: 'undo',
      together: false,
    } as const
    const planned = accepted(story(birth, { data: { personnummer: from } }))
      .tell({ type: 'undo', reason: 'mistake' })
      .answer('plan', { type: 'planned', steps: [step] })
    const { plan } = planned.tell(renumbered).snapshot.context
    expect(plan).toMatchObject([{ person: to, data: { personnummer: to, timestamp: '1' } }])
  })

  test('keeps the number under which the register is being told', () => {
    const telling = beingSaved(story(birth, { data: { personnummer: from } }))
    expect(telling.tell(renumbered).told.handled).toBe(false)
  })

  test('is no news to a case that is about others, or told twice', () => {
    expect(story(birth, { data: { personnummer: '3' } }).tell(renumbered).told.handled).toBe(false)
    const once = story(birth, { data: { personnummer: from } }).tell(renumbered)
    expect(once.tell(renumbered).told.handled).toBe(false)
  })
})
