import { maintenanceCatalogue, type EventDefinition, type Field } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { demoIdentities } from '../access/identities.ts'
import type { CaseView } from '../case-view.ts'
import { reasons } from '../errors.ts'
import type { HistoryView } from '../register-view.ts'
import { createFuzz, fuzzNames } from '../testing/fuzz.ts'
import { ask, call, command, key, reached, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()
const person = '0107529039'
const purpose = 'prøver skæve oplysninger'
const known = new Set(Object.keys(reasons))
let caseId = ''

// Each has a limit of their own on lookups: together they reach the register every time.
const workers = demoIdentities
  .filter(({ role }) => role === 'senior' || role === 'caseworker')
  .map(({ user }) => user)

beforeAll(async () => {
  caseId = (await reportName(system(), person, 'Nymark,E')).caseId
}, 60_000)

const orders = (): Readonly<Record<string, object>> => ({
  'register.history': { person, dataType: 'name', purpose, reason: 'prøver' },
  'cases.rehearse': { caseId, also: [caseId] },
  'cases.planUndo': { caseId, also: [caseId] },
  'cases.planCorrection': { caseId, data: { addressingName: 'Nymark,Eb' } },
  'cases.open': { event: 'name.undo-current', data: { personnummer: person }, purpose },
  'cases.undo': { caseId, reason: 'Forkert person', also: [caseId], plan: 'none' },
})

test.each([
  'register.history',
  'cases.rehearse',
  'cases.planUndo',
  'cases.planCorrection',
  'cases.open',
  'cases.undo',
])(
  '%s answers a hundred odd inputs with a known word',
  async (name) => {
    const right = { ...orders()[name] }
    const fuzz = createFuzz(name.length, [caseId, person, ...Object.values(right)])
    for (let round = 0; round < 100; round += 1) {
      const more = name === 'cases.open' || name === 'cases.undo' ? { idempotencyKey: key() } : {}
      const field = fuzzNames[fuzz.random(fuzzNames.length)] ?? ''
      const odd = Object.keys(right)[fuzz.random(Object.keys(right).length)] ?? ''
      const changed = { ...right, ...more, [fuzz.random(3) > 0 ? odd : field]: fuzz.value(0) }
      const input = fuzz.random(5) > 0 ? changed : fuzz.value(0)
      const user = workers[round % workers.length] ?? null
      const { status, body } = await call(system(), name, input, user)
      const told = JSON.stringify({ name, user, input, body })
      expect(status, told).toBeLessThan(500)
      if (status === 200) continue
      expect(known.has(body.error.data.reason), told).toBe(true)
      expect(JSON.stringify(body)).not.toContain(person)
    }
  },
  60_000,
)

const texts = [
  '',
  '0',
  '00000000',
  '20261399',
  '20200230',
  '99991231',
  '99999999999999999999',
  'Ø'.repeat(60),
  'Łukasz 🦆',
  '<x/>',
  "' or 1=1 --",
  person,
  '0000000000',
  '9902310000',
]

const days = ['18580101', '19520701', '19991231', '20200101', '20261122', '20261231', '20991231']

type Random = (below: number) => number

/** A value that the form takes and the rules may not. */
function oddValue({ type }: Field, random: Random): unknown {
  if (type === 'flag') return random(2) === 0
  return texts[random(texts.length)]
}

/** Nothing fits. */
function oddData({ fields }: EventDefinition, random: Random): object {
  const given = fields.filter(() => random(3) > 0)
  return Object.fromEntries(given.map((field) => [field.name, oddValue(field, random)]))
}

/** About a row that is there, well typed and senseless: judged with what the register shows. */
function senseless({ fields }: EventDefinition, random: Random, stamps: readonly string[]): object {
  const keys: Readonly<Record<string, unknown>> = {
    personnummer: person,
    timestamp: stamps[random(stamps.length)],
    reason: 'Fundet ved eftersyn',
  }
  const values = fields.map(({ name, type, required }) => {
    if (name in keys) return [name, keys[name]] as const
    const day = days[random(days.length)]
    return [name, type === 'date' && (required || random(2) === 0) ? day : undefined] as const
  })
  return Object.fromEntries(values)
}

test.each(maintenanceCatalogue)(
  '$id comes to rest whatever is typed',
  async (definition) => {
    const dataType = definition.kind.type === 'maintenance' ? definition.kind.dataType : ''
    const place = maintenanceCatalogue.indexOf(definition)
    const asked = { person, dataType, purpose }
    const reader = workers[place % workers.length]
    const seen: HistoryView = await ask(system(), 'register.history', asked, reader)
    const stamps = seen.rows.map(({ timestamp }) => timestamp)
    const { random } = createFuzz(place, [])
    const forms = [oddData(definition, random), senseless(definition, random, stamps)]
    for (const data of forms) {
      const order = { event: definition.id, data, purpose, idempotencyKey: key() }
      const drafted: CaseView = await ask(system(), 'cases.open', order, 'cpr-office')
      await command(system(), drafted, { type: 'submit' }, 'cpr-office')
      const resting = ['draft', 'confirming', 'completed']
      const met = await reached(system(), drafted.caseId, resting, 'cpr-office')
      expect(met.health, JSON.stringify({ data, met })).toMatchObject({ state: 'well' })
    }
  },
  30_000,
)
