import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { prepareDataDirectory } from './data-directory.ts'

const home = mkdtempSync(join(tmpdir(), 'sagsgang-data-'))
afterAll(() => rmSync(home, { recursive: true }))

test('a directory that is not there is made', () => {
  prepareDataDirectory(join(home, 'deep', 'down'))
  expect(() => prepareDataDirectory(join(home, 'deep', 'down'))).not.toThrow()
})

test('a file in its place is refused by name', () => {
  writeFileSync(join(home, 'file'), '')
  expect(() => prepareDataDirectory(join(home, 'file'))).toThrow(/^DATA_DIR /)
  expect(() => prepareDataDirectory(join(home, 'file', 'below'))).toThrow(/^DATA_DIR /)
})
