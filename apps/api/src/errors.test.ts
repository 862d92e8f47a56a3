import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'

import { reasons, refusalOf, refuse } from './errors.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8')

test('every reason is documented under its code', () => {
  const documented = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [, words = '', code = ''] = line.split('|').map((cell) => cell.trim())
      return words.split(' · ').map((word) => [word.replaceAll('`', ''), code] as const)
    })
  expect(Object.fromEntries(documented)).toEqual(reasons)
})

test('a refusal keeps its word and its detail', () => {
  const { reason, detail } = refusalOf(refuse('versionConflict', { version: 7 }))
  expect([reason, detail]).toEqual(['versionConflict', { version: 7 }])
})

test('an error that nobody named is a bug', () => {
  const error = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new RangeError('off') })
  expect(refusalOf(error).reason).toBe('internal')
})
