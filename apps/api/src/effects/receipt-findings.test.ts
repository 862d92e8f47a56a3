import { getDefinition } from '@sagsgang/events'
import type { Receipt } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { isConfirmed, receiptFindings } from './receipt-findings.ts'

const naming = getDefinition('naming')

const refusal: Receipt = {
  outcome: 'error',
  code: 40,
  text: '2 fejl',
  messages: [
    { severity: 'error', code: 40, text: 'Datoen er ikke gyldig', field: 'HDTO' },
    { severity: 'error', code: 60, text: 'Tegnet kan ikke bruges', field: 'EFTERNVN' },
  ],
}

test('each message stands at the field of its word', () => {
  const findings = receiptFindings(naming, refusal)
  expect(findings.map(({ rule, fields }) => [rule, ...fields])).toEqual([
    ['receipt.40', 'namingDate'],
    ['receipt.60', 'lastName'],
  ])
})

test('the Danish text is that of the register', () => {
  const [first] = receiptFindings(naming, refusal)
  expect(first?.message.da).toBe('Datoen er ikke gyldig')
  expect(first?.message.en).not.toContain('Datoen')
})

test('a receipt without messages speaks for itself', () => {
  const alone: Receipt = { outcome: 'warning', code: 5407, text: 'Data i vent', messages: [] }
  expect(receiptFindings(naming, alone)).toMatchObject([
    { rule: 'receipt.5407', severity: 'warning', fields: [], message: { da: 'Data i vent' } },
  ])
})

test('a word of no field is nobody in particular', () => {
  const messages = [{ severity: 'error', code: 17, text: 'Mangler', field: 'XYZ' }] as const
  expect(receiptFindings(naming, { ...refusal, messages })[0]?.fields).toEqual([])
})

test('only warnings can be confirmed beforehand', () => {
  const findings = receiptFindings(naming, refusal)
  expect(isConfirmed(findings, ['receipt.40', 'receipt.60'])).toBe(false)
  const warnings = findings.map((finding) => ({ ...finding, severity: 'warning' as const }))
  expect(isConfirmed(warnings, ['receipt.40', 'receipt.60'])).toBe(true)
})

const brokenRule = (text: string, field: string | null): Receipt => ({
  outcome: 'error',
  code: 5408,
  text: '1 fejl',
  messages: [{ severity: 'error', code: 5408, text, field }],
})

test('known words say what to do in both languages', () => {
  const undo = getDefinition('name.undo-current')
  const [finding] = receiptFindings(undo, brokenRule('Der findes en nyere række', 'TIMSTP'))
  expect(finding).toMatchObject({
    fields: ['timestamp'],
    message: {
      da: 'Der findes en nyere række: fortryd den først, eller ret denne i stedet',
      en: 'There is a newer row: undo that first, or correct this one instead',
    },
  })
})

const fieldsFor = (operation: string, field: string | null) =>
  receiptFindings(
    getDefinition(operation),
    brokenRule('Perioden overlapper en anden', field),
  ).flatMap(({ fields }) => fields)

test('what a correction leaves alone is told at its row', () => {
  expect(fieldsFor('name.correct-former', 'SLUTDATO')).toEqual(['endDate'])
  expect(fieldsFor('name.correct-current', 'SLUTDATO')).toEqual(['timestamp'])
  expect(fieldsFor('name.report-former', 'XYZ')).toEqual([])
  expect(fieldsFor('name.correct-current', null)).toEqual([])
})
