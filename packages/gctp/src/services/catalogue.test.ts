import { describe, expect, test } from 'vitest'

import { fixtures } from '../fixtures.ts'
import { formats } from '../formats.ts'
import { readRequest } from '../read-request.ts'
import { findField, findService, serviceDescriptions } from './catalogue.ts'

test('every service of the handbook is there, once', () => {
  const ids = serviceDescriptions.map(({ id }) => id.toLowerCase())
  expect(ids).toHaveLength(129)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a service is found in any letter case', () => {
  expect(findService('familie')?.id).toBe('Familie')
  expect(findService('Stam+')?.id).toBe('STAM')
  expect(findService('flyt-i')).toMatchObject({ kind: 'event', system: 'CprAjour' })
  expect(findService('ADR-F')).toMatchObject({ kind: 'maintenance', input: [] })
  expect(findService('toString')).toBeUndefined()
})

describe.each(serviceDescriptions)('$id', ({ keys, input, output, system, kind, name }) => {
  test('its fields have names, formats and one place', () => {
    for (const field of [...keys, ...input, ...output]) {
      expect(field.name.da).not.toBe('')
      expect(field.name.en).not.toBe('')
      expect(Object.hasOwn(formats, field.format)).toBe(true)
    }
    const given = [...keys, ...input].map(({ code }) => code)
    expect(new Set(given).size).toBe(given.length)
    expect(name.da).not.toBe('')
  })

  test('only an update takes input', () => {
    const isUpdate = kind === 'event' || kind === 'maintenance'
    expect(system).toBe(isUpdate ? 'CprAjour' : 'CprSoeg')
    expect(isUpdate || input.length === 0).toBe(true)
    expect(keys.length).toBeGreaterThan(0)
  })
})

test('a field is found by its code alone', () => {
  expect(findField('fkirk')).toMatchObject({ code: 'FKIRK', format: 'fkirk1' })
  expect(findField('CUMY_ART')?.name.en).toBe('Kind of guardianship')
  expect(findField('toString')).toBeUndefined()
})

test('an answer says where its fields stand', () => {
  expect(findService('ADRESSE3')?.shape).toEqual({ type: 'role' })
  expect(findService('STAMP')?.shape).toEqual({ type: 'block', name: 'STAMPNR' })
  expect(findService('NVNSOG1')?.shape).toEqual({ type: 'table', name: 'NAVNSOEG' })
  expect(findService('Familie')?.shape).toEqual({ type: 'table', name: 'FAMILIE' })
})

test('texts stand beside the codes that need them', () => {
  const withText = findService('CIVIL1')?.output.filter(({ hasText }) => hasText)
  expect(withText?.map(({ code }) => code)).toEqual(['CCIV_AKM', 'CCIV_CIVST'])
})

test.each(serviceDescriptions)('$id names every field of its answer once', (service) => {
  const codes = [...service.output, ...service.beside].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('the fixtures speak of services that exist', () => {
  for (const { request } of fixtures) {
    const read = readRequest(request)
    if (read.type === 'unreadable' || !('service' in read.message)) continue
    const service = findService(read.message.service)
    const known = [...(service?.keys ?? []), ...(service?.input ?? [])].map(({ code }) => code)
    const data = read.message.type === 'update' ? read.message.data : {}
    expect(known).toEqual(
      expect.arrayContaining([...Object.keys(read.message.keys), ...Object.keys(data)]),
    )
  }
})
