import { getDefinition } from '@sagsgang/events'
import { open } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { membersOf } from './members.ts'

const event = 'marriage-entry'
const data = { personnummer: '0707614293', spousePersonnummer: '1306814172' }
const opening = { caseId: 'm', data, mode: 'report', parent: null } as const
const { snapshot } = open(getDefinition(event), opening)

const withPersons = (persons: readonly { readonly role: string; readonly pnr: string }[]) =>
  membersOf({ event, snapshot: { ...snapshot, context: { ...snapshot.context, persons } } })

const couple = [
  { role: 'person', pnr: '0707614293' },
  { role: 'spouse', pnr: '1306814172' },
]

test('a draft concerns those whom its fields name', () => {
  expect(withPersons([])).toEqual(couple)
})

test('those found by a check stand beside them', () => {
  const found = [...couple, { role: 'formerSpouse', pnr: '0103500003' }]
  expect(withPersons(found)).toEqual(found)
})

test('those found for somebody else are forgotten', () => {
  expect(withPersons([{ role: 'person', pnr: '0103500003' }])).toEqual(couple)
})
