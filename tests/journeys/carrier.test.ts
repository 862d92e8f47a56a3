import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { developmentAgreement } from '@sagsgang/gctp'
import { afterAll, expect, test } from 'vitest'

import { report } from '../src/api.ts'
import { useProduct } from '../src/journey.ts'
import { moveData } from '../src/people.ts'

/** The same product, its messages in SOAP: nothing but the agreement says so. */

const directory = mkdtempSync(join(tmpdir(), 'sagsgang-carrier-'))
const agreement = join(directory, 'agreement.json')
writeFileSync(agreement, JSON.stringify(developmentAgreement))
afterAll(() => rmSync(directory, { recursive: true }))

const journey = useProduct({ GCTP_SOAP_FILE: agreement })
const [mover, other] = ['0707614293', '0709614096']
const ends = ['completed', 'followOns'] as const

test('a move is reported in SOAP and read back', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { length } = await control.applied()
  const { caseId } = await api.open('move', await moveData(control, mover, -1))
  await report(api, caseId, [...ends])
  const [applied, ...more] = (await control.applied()).slice(length)
  expect(applied).toMatchObject({ service: 'FLYT-I', user: developmentAgreement.userSystem })
  expect(more).toEqual([])
})

test('what was moved is looked up in SOAP', async () => {
  const purpose = 'journey: a lookup in an envelope'
  const { said, receipt } = await journey.world
    .as('caseworker')
    .trpc.register.lookUp.query({ service: 'STAMP', keys: { PNR: mover }, purpose })
  expect(receipt).toMatchObject({ code: 0 })
  expect(said.find(({ code }) => code === 'HUSNR')?.value.trim()).toBe('042')
})

test('a lost envelope is settled by reading back', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { length } = await control.applied()
  const { caseId } = await api.open('move', await moveData(control, other, -1))
  await control.faults({ seed: 1, loseReply: 1 })
  await report(api, caseId, [...ends])
  await control.faults({})
  expect((await api.journal(caseId)).map(({ status }) => status)).toContain('inDoubt')
  const applied = (await control.applied()).slice(length)
  expect(applied.map(({ reply }) => reply)).toEqual(['lost'])
  const messages = await api.trpc.cases.messages.query({ caseId })
  const save = messages.find(({ action }) => action === 'save')
  expect(save?.request).toContain('<Gctp v="2.0">')
  expect(save?.reply).toBeNull()
  expect(messages.map(({ action }) => action)).not.toContain('signOn')
})

test('an envelope cut in half is no answer', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { caseId } = await api.open('move', await moveData(control, mover, 0))
  await control.faults({ seed: 1, truncateReply: 1 })
  await report(api, caseId, [...ends])
  await control.faults({})
  expect((await api.journal(caseId)).map(({ status }) => status)).toContain('inDoubt')
  const messages = await api.trpc.cases.messages.query({ caseId })
  const save = messages.find(({ action }) => action === 'save')
  expect(save?.outcome).toBe('unreadable')
  expect(save?.reply).toContain('Envelope')
})
