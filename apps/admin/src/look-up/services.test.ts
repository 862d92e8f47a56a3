import { expect, test } from 'vitest'

import { bestOf, byGroup, listed, matches } from './services.ts'

const text = (da: string, en: string) => ({ da, en })
const key = (da: string, en: string) => ({
  code: 'X',
  name: text(da, en),
  format: 'text',
  required: true,
})

const services = [
  {
    service: 'ADRSOG1',
    name: text('Adressesøgning', 'Address search'),
    kind: 'search',
    keys: [key('Vejkode', 'Road code')],
    listed: { group: { id: 'people', name: text('Find', 'Find'), place: 1 }, place: 4 },
  },
  {
    service: 'FODSOG1',
    name: text('Fødselsdatosøgning', 'Birth date search'),
    kind: 'search',
    keys: [key('Fødselsdato', 'Birth date')],
    listed: { group: { id: 'people', name: text('Find', 'Find'), place: 1 }, place: 2 },
  },
  {
    service: 'STAM',
    name: text('Stamoplysninger', 'Base data'),
    kind: 'lookup',
    keys: [key('Personnummer', 'Personal number')],
    listed: { group: { id: 'person', name: text('Overblik', 'Glance'), place: 0 }, place: 0 },
  },
  { service: 'FLYT-I', name: text('Flytning', 'Move'), kind: 'event', keys: [] },
]

const found = (words: string) =>
  listed(services)
    .filter((service) => matches(service, words))
    .map(({ service }) => service)

test('only services that read are listed, in order', () => {
  expect(found('')).toEqual(['STAM', 'FODSOG1', 'ADRSOG1'])
})

test('services about one matter stand together', () => {
  const groups = byGroup(listed(services)).map(({ group, services: inGroup }) => [
    group.id,
    inGroup.length,
  ])
  expect(groups).toEqual([
    ['person', 1],
    ['people', 2],
  ])
})

test('a service is found by name, id, matter or key', () => {
  expect(found('base')).toEqual(['STAM'])
  expect(found('SØGNING')).toEqual(['FODSOG1', 'ADRSOG1'])
  expect(found('vejk')).toEqual(['ADRSOG1'])
  expect(found('find date')).toEqual(['FODSOG1'])
  expect(found('adrsog')).toEqual(['ADRSOG1'])
  expect(found('flytning')).toEqual([])
})

test('what is called just that comes first', () => {
  const all = listed(services)
  expect(bestOf(all, ' adrsog1 ')?.service).toBe('ADRSOG1')
  expect(bestOf(all, 'søgning')?.service).toBe('STAM')
  expect(bestOf([], 'x')).toBeUndefined()
})
