import { catalogue } from '@sagsgang/events'
import { expect, test } from 'vitest'

import type {
  EventSummary,
  EventView,
  FieldView,
  ServiceKeyView,
  ServiceSummary,
  ServiceView,
} from '../catalogue-view.ts'
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

const keyOf = async (service: string, wanted: string): Promise<ServiceKeyView | undefined> => {
  const { keys }: ServiceView = await ask(system(), 'catalogue.service', { service })
  return keys.find(({ code }) => code === wanted)
}

test('a key that takes a code offers those there are', async () => {
  const sex = await keyOf('NVNSOG2', 'KON')
  expect(sex).toMatchObject({ control: 'code', use: 'criterion' })
  expect(sex?.options).toContainEqual({ code: 'K', name: { da: 'Kvinde', en: 'Female' } })
  expect((await keyOf('NVNSOG2', 'NVN'))?.options).toBeUndefined()
  const municipalities = (await keyOf('NVNSOG2', 'KOMK'))?.options?.map(({ code }) => code)
  expect(municipalities).toContain('0851')
  expect(municipalities).not.toContain('1301')
})

test('every key says how a form asks for it', async () => {
  expect(await keyOf('CIVIL1', 'PNR')).toMatchObject({ control: 'pnr', required: true })
  expect(await keyOf('CIVIL1', 'AKX')).toMatchObject({ control: 'flag', use: 'markedRows' })
  expect(await keyOf('CIVIL1', 'MAXA')).toMatchObject({ use: 'pageSize', length: 4 })
  expect(await keyOf('CIVIL1', 'REST')).toMatchObject({ use: 'restart' })
  expect(await keyOf('FODSOG1', 'FODT')).toMatchObject({ control: 'date' })
  expect(await keyOf('ADRSOG1', 'HNR')).toMatchObject({
    control: 'text',
    length: 4,
    hint: { da: expect.stringContaining('16A') },
  })
})

const readers = async (): Promise<readonly ServiceSummary[]> => {
  const services: readonly ServiceSummary[] = await ask(system(), 'catalogue.services', {})
  return services.filter(({ kind }) => ['lookup', 'search', 'helper'].includes(kind))
}

test('every service that reads has its own place', async () => {
  const listed = await readers()
  expect(listed).toHaveLength(45)
  const places = listed.map((one) => `${one.listed?.group.id} ${one.listed?.place}`)
  expect(new Set(places).size).toBe(45)
  expect(places.some((place) => place.startsWith('other') || place.includes('undefined'))).toBe(
    false,
  )
  const services: readonly ServiceSummary[] = await ask(system(), 'catalogue.services', {})
  expect(services.filter((one) => one.listed !== undefined)).toHaveLength(45)
})

const callsOf = async (service: string): Promise<number> =>
  (await ask(system(), 'catalogue.service', { service })).calls

test('what one question takes at most is told', async () => {
  expect(await callsOf('STAM')).toBe(1)
  expect(await callsOf('NAVNE3')).toBe(2)
  expect(await callsOf('CIVIL1')).toBe(1)
  expect(await callsOf('NVNSOG1')).toBe(1)
})

test('keys of which one is needed are keys of it', async () => {
  for (const { service } of await readers()) {
    const view: ServiceView = await ask(system(), 'catalogue.service', { service })
    const codes = view.keys.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(view.needs.flat()))
  }
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
