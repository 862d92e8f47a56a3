import { catalogue } from '@sagsgang/events'
import { expect, test } from 'vitest'

import type { EventSummary, EventView, FieldView } from '../catalogue-view.ts'
import { ask, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()

test('every event of the catalogue is listed with who reports it', async () => {
  const events: readonly EventSummary[] = await ask(system(), 'catalogue.events', {})
  expect(events.map(({ event }) => event)).toEqual(catalogue.map(({ id }) => id))
  for (const { name, service, reporters } of events) {
    expect([name.da, name.en, service].every((text) => text.length > 0)).toBe(true)
    expect(Array.isArray(reporters)).toBe(true)
  }
})

test('every event stands in a group by what it is about', async () => {
  const events: readonly EventSummary[] = await ask(system(), 'catalogue.events', {})
  const groups = Object.fromEntries(events.map(({ event, group }) => [event, group.id]))
  expect(groups).toMatchObject({
    birth: 'personnummer',
    death: 'death',
    widowhood: 'civil-status',
    'guardian-discharge': 'guardianship',
    'under-guardianship-cessation': 'guardianship',
    'eu-election-address': 'election',
    occupation: 'person-other',
  })
  expect(Object.values(groups)).not.toContain('other')
})

async function mayOpen(user: string): Promise<readonly string[]> {
  const events: readonly EventSummary[] = await ask(system(), 'catalogue.events', {}, user)
  return events.filter((one) => one.mayOpen).map(({ event }) => event)
}

test('an authority is told what it may open', async () => {
  expect(await mayOpen('caseworker')).toContain('addressing-name')
  expect(await mayOpen('caseworker')).not.toContain('naming')
  expect(await mayOpen('parish')).toContain('naming')
})

test.each(catalogue.map(({ id }) => id))('%s is told whole', async (event) => {
  const view: EventView = await ask(system(), 'catalogue.event', { event })
  expect(view.fields.length).toBeGreaterThan(0)
  expect(
    view.rules.every(({ id, message }) => id.startsWith(`${event}.`) && message.da !== ''),
  ).toBe(true)
  expect(view.chart.states.length).toBeGreaterThan(10)
  expect(view.chart.transitions.length).toBeGreaterThan(10)
  for (const { control, options } of view.fields.filter(({ control: kind }) => kind === 'code')) {
    expect(options?.length, control).toBeGreaterThan(0)
  }
})

test('authorities are offered one by one', async () => {
  const view: EventView = await ask(system(), 'catalogue.event', { event: 'addressing-name' })
  const field = view.fields.find(({ name }: FieldView) => name === 'authority')
  expect(field?.options).toContainEqual({
    code: '0851',
    name: expect.objectContaining({ da: expect.any(String) }),
  })
})

test('a chart comes with its coordinates', async () => {
  const chart = await ask(system(), 'catalogue.chart', { event: 'addressing-name' })
  expect(chart.states.length).toBeGreaterThan(10)
  expect(chart.width * chart.height).toBeGreaterThan(0)
})

test('services are listed, and one told with its output', async () => {
  const services = await ask(system(), 'catalogue.services', {})
  expect(services.length).toBeGreaterThan(100)
  const stamp = await ask(system(), 'catalogue.service', { service: 'stamp' })
  expect(stamp).toMatchObject({ service: 'STAMP', kind: 'lookup' })
  expect(stamp.output.length).toBeGreaterThan(3)
})

test('a key that takes a code offers those there are', async () => {
  const { keys } = await ask(system(), 'catalogue.service', { service: 'NVNSOG2' })
  const optionsOf = (wanted: string) =>
    keys.find(({ code }: { code: string }) => code === wanted).options
  expect(optionsOf('KON')).toContainEqual({ code: 'K', name: { da: 'Kvinde', en: 'Female' } })
  expect(optionsOf('NVN')).toBeUndefined()
})

test('what is not in the catalogue is not found', async () => {
  expect(await refusal(system(), 'catalogue.event', { event: 'no-such' })).toEqual([
    'NOT_FOUND',
    'eventNotFound',
  ])
  expect(await refusal(system(), 'catalogue.event', { event: 'toString' })).toEqual([
    'NOT_FOUND',
    'eventNotFound',
  ])
  expect(await refusal(system(), 'catalogue.service', { service: 'XYZ' })).toEqual([
    'NOT_FOUND',
    'serviceNotFound',
  ])
})
