import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Api } from '../src/api.ts'
import type { Control } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { moveData } from '../src/people.ts'

const journey = useProduct()
const manage = join(import.meta.dirname, '../../apps/api/src/manage.ts')
const running = 12
const ended = ['completed', 'followOns']
const resting = [...ended, 'draft', 'confirming', 'stuck']

/** The operator's command, beside the product or without it. */
async function operate(...words: readonly string[]): Promise<string> {
  const { directory } = journey.world.product
  const env = {
    ...process.env,
    DATA_DIR: join(directory, 'data'),
    BACKUP_KEY_FILE: join(directory, 'backup.key'),
  }
  const child = spawn(process.execPath, [manage, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const [code] = await once(child, 'close')
  expect(code, said.join('')).toBe(0)
  return said.join('')
}

async function adults(control: Control): Promise<readonly string[]> {
  const people = await control.people('status=01&civilStatus=U&limit=1000')
  return people
    .filter(({ birthDate }) => birthDate < '20000101')
    .slice(-running)
    .map(({ pnr }) => pnr)
}

/** Whatever it warns about is confirmed, until the case rests. */
async function goOn(api: Api, caseId: string): Promise<string> {
  const found = await api.until(caseId, ({ status }) => resting.includes(status))
  if (found.status !== 'confirming') return found.status
  const findings = found.findings.map(({ rule }) => rule)
  await api.command(caseId, { type: 'confirm', findings, reason: 'seen and discussed' })
  return goOn(api, caseId)
}

test('a killed product goes on from an old backup', { timeout: 600_000 }, async () => {
  const { as, control, product } = journey.world
  const api = as('caseworker')
  await writeFile(join(product.directory, 'backup.key'), randomBytes(32), { mode: 0o600 })
  const people = await adults(control)
  const before = (await control.applied()).length
  const cases: string[] = []
  for (const pnr of people) {
    const { caseId } = await api.open('move', await moveData(control, pnr, 0))
    cases.push(caseId)
  }
  for (const caseId of cases) await api.command(caseId, { type: 'submit' })
  const archive = join(product.directory, 'store.backup')
  await operate('backup', archive)
  for (const caseId of cases) expect(ended).toContain(await goOn(api, caseId))
  expect((await control.applied()).length).toBe(before + running)

  await product.lose()
  expect(await operate('restore', archive)).toContain('0 mismatches')
  await product.restart()

  const ends: string[] = []
  for (const caseId of cases) ends.push(await goOn(api, caseId))
  // One that was set back to before its checks finds its own move in the register, and cannot move there once more.
  expect(ends.filter((status) => !ended.includes(status) && status !== 'draft')).toEqual([])
  expect((await control.applied()).length).toBe(before + running)
  const told = (await control.applied()).slice(before).map(({ keys }) => keys['PNR'] ?? '')
  expect(new Set(told)).toEqual(new Set(people))
  expect(await operate('verify')).toContain('0 mismatches')
})
