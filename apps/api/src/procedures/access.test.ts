import { expect, test } from 'vitest'

import { demoIdentities } from '../access/identities.ts'
import { reasons } from '../errors.ts'
import { appRouter } from './router.ts'
import { ask, call, key, withSystem } from './testing.ts'

const system = withSystem()
const procedures = Object.entries(appRouter._def.procedures)
const users = demoIdentities.map(({ user }) => user)

test.each(procedures.map(([name, { _def }]) => [name, _def.meta] as const))(
  '%s says what it asks leave for',
  (_name, meta) => expect(meta).toMatchObject({ action: expect.stringMatching(/^\w+\.\w+$/) }),
)

const questions = procedures.map(([name]) => name).filter((name) => name !== 'cases.watch')

test.each(questions)('%s is closed to nobody', async (name) => {
  const { status, body } = await call(system(), name, {}, null)
  expect([status, body.error.data.reason]).toEqual([401, 'notSignedIn'])
})

test('the stream of changes is closed to nobody', async () => {
  const response = await fetch(`${system().origin}/trpc/cases.watch?input=%7B%7D`)
  const text = await response.text()
  expect(text).toContain('notSignedIn')
  expect(text).not.toContain('caseId')
})

/** A generator of its own, so that what failed once fails again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const names = [
  ...[
    'event',
    'data',
    'purpose',
    'idempotencyKey',
    'parent',
    'caseId',
    'seq',
    'command',
    'type',
    'reason',
  ],
  ...[
    'expectedVersion',
    'service',
    'keys',
    'status',
    'limit',
    'cursor',
    'person',
    'text',
    'stuck',
    'pnr',
  ],
  ...[
    'to',
    'followOn',
    'findings',
    'outcome',
    'PNR',
    'authority',
    'role',
    '__proto__',
    'constructor',
    'toString',
  ],
]

function createFuzz(seed: number, known: readonly unknown[]) {
  const random = createRandom(seed)
  const values: readonly unknown[] = [
    ...known,
    ...[null, true, false, 0, 1, -1, 1.5, 2 ** 53, 1e308, '', ' ', '0', 'x'.repeat(5000)],
    ...[
      '0107529039',
      '010752-9039',
      '0101010001',
      '99999999',
      '20261123',
      '\0',
      '\ud800',
      '🦆',
      "' or 1=1 --",
    ],
    ...[
      '${7*7}',
      '<script>',
      '=cmd()',
      'Łukasz',
      '\u202e',
      'A\u030a',
      '../../etc/passwd',
      '%00',
      '\\u0000',
    ],
    ...[
      'addressing-name',
      'move',
      'STAMP',
      'ADRSOG1',
      'draft',
      'undone',
      'submit',
      'fill',
      'assign',
      [],
      {},
    ],
  ]
  const value = (depth: number): unknown => {
    const kind = random(10)
    if (depth > 3 || kind < 7) return values[random(values.length)]
    if (kind === 7) return Array.from({ length: random(4) }, () => value(depth + 1))
    return object(depth + 1)
  }
  const object = (depth: number): object =>
    Object.fromEntries(
      Array.from({ length: random(6) }, () => [names[random(names.length)] ?? '', value(depth)]),
    )
  return { random, value, object }
}

/** An order that is nearly right reaches further than noise. */
const nearly = (caseId: string): Readonly<Record<string, object>> => ({
  'cases.open': {
    event: 'addressing-name',
    purpose: 'Anmeldelse modtaget',
    idempotencyKey: key(),
    data: {},
  },
  'cases.command': {
    caseId,
    expectedVersion: 1,
    idempotencyKey: key(),
    command: { type: 'submit' },
  },
  'cases.get': { caseId },
  'cases.journal': { caseId },
  'cases.messages': { caseId },
  'cases.at': { caseId, seq: 1 },
  'cases.list': { limit: 20 },
  'cases.planUndo': { caseId },
  'cases.planCorrection': { caseId, data: {} },
  'cases.undo': { caseId, reason: 'Forkert person', idempotencyKey: key() },
  'cases.correct': { caseId, reason: 'Forkert navn', idempotencyKey: key(), data: {} },
  'register.lookUp': { service: 'STAMP', keys: { PNR: '0107529039' }, purpose: 'prøver opslag' },
  'register.search': { service: 'ADRSOG1', keys: { KOMK: '0851' }, purpose: 'prøver søgning' },
  'register.person': { pnr: '0107529039', purpose: 'prøver opslag' },
  'catalogue.event': { event: 'move' },
  'catalogue.service': { service: 'STAMP' },
  'audit.list': { limit: 5 },
})

const known = new Set(Object.keys(reasons))

test.each(questions)(
  '%s answers anything with a known word',
  async (name) => {
    const opening = {
      event: 'addressing-name',
      purpose: 'Anmeldelse modtaget',
      idempotencyKey: key(),
    }
    const { caseId } = await ask(system(), 'cases.open', opening)
    const right = nearly(caseId)[name] ?? {}
    const fuzz = createFuzz(questions.indexOf(name) + 1, [caseId, ...Object.values(right)])
    for (let round = 0; round < 48; round += 1) {
      const input =
        round === 0
          ? right
          : fuzz.random(3) > 0
            ? { ...right, [names[fuzz.random(names.length)] ?? '']: fuzz.value(0) }
            : fuzz.value(0)
      const user = users[round % users.length] ?? null
      const { status, body } = await call(system(), name, input, user)
      const told = JSON.stringify({ name, user, input, body })
      expect(status, told).toBeLessThan(500)
      if (status !== 200) expect(known.has(body.error.data.reason), told).toBe(true)
      if (status !== 200) expect(JSON.stringify(body)).not.toContain('0107529039')
    }
  },
  30_000,
)
