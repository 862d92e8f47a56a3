import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { catalogue, findDefinition, getDefinition, nameOf } from './catalogue.ts'
import { codeLists } from './code-lists/code-lists.ts'
import type { EventDefinition } from './define-event.ts'
import type { Text } from './text.ts'

type Words = Readonly<Record<string, string>>
interface Expected {
  readonly service: string
  readonly fields: Words
  readonly rules: Words
  readonly followOns: Words
  readonly deadlines: readonly string[]
  readonly timers: readonly string[]
  readonly steps: readonly string[]
  readonly maintenance: readonly string[]
  readonly lookups: readonly string[]
}

const file = new URL('../fixtures/catalogue-ids.json', import.meta.url)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own fixture, written in this shape
const ids = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Expected>>
const every = Object.entries(ids)

function local(definition: EventDefinition, id: string): string {
  return id.slice(definition.id.length + 1)
}

test.each(every)('the definition says what the catalogue says (%s)', (id, expected) => {
  const definition = getDefinition(id)
  expect(definition.service).toBe(expected.service)
  expect(
    Object.fromEntries(
      definition.fields.map(({ name, catalogueType, required }) => [
        name,
        `${catalogueType}${required ? '!' : ''}`,
      ]),
    ),
  ).toEqual(expected.fields)
  expect(
    Object.fromEntries(
      definition.rules.map((rule) => [
        local(definition, rule.id),
        `${rule.layer} ${rule.declaration ? 'declaration' : rule.severity} ${rule.basis}`,
      ]),
    ),
  ).toEqual(expected.rules)
  expect(
    Object.fromEntries(
      definition.followOns.map(({ key, mode, whenTrue, onPrimaryUndo }) => [
        key,
        [mode, whenTrue, onPrimaryUndo].filter((word) => word !== undefined).join(' '),
      ]),
    ),
  ).toEqual(expected.followOns)
  expect(definition.deadlines).toEqual(expected.deadlines)
  expect(definition.timers.map(({ deadline }) => deadline)).toEqual(expected.timers)
  expect(
    definition.undo.steps.map(
      ({ followOn, operation }) => `${followOn?.split('@')[0] ?? 'itself'} ${operation}`,
    ),
  ).toEqual(expected.steps)
  expect(definition.maintenance).toEqual(expected.maintenance)
  expect(definition.lookups).toEqual(expected.lookups)
})

test('every event stands in the catalogue, each once', () => {
  expect(catalogue.map(({ id }) => id).toSorted()).toEqual(every.map(([id]) => id).toSorted())
})

function textsOf(definition: EventDefinition): readonly Text[] {
  return [
    definition.name,
    ...definition.fields.map(({ label }) => label),
    ...definition.fields.flatMap(({ hint }) => hint ?? []),
    ...definition.fields.flatMap(({ requiredWhen }) => requiredWhen?.text ?? []),
    ...definition.rules.map(({ message }) => message),
    ...definition.effects.map(({ text }) => text),
    ...definition.followOns.flatMap((followOn) => [followOn.for, followOn.when ?? []].flat()),
    ...definition.timers.map(({ onExpiry }) => onExpiry),
    ...definition.stuckWhen,
    ...definition.undo.restores,
    ...definition.undo.blockers.map(({ text }) => text),
  ]
}

test('everything a person reads is in both languages', () => {
  const poor = catalogue
    .flatMap(textsOf)
    .filter(({ da, en }) => da.trim() === '' || en.trim() === '' || / undefined/.test(da + en))
  expect(poor).toEqual([])
})

test('rules, follow-ons and fields have one id each', () => {
  const twice = catalogue.filter((definition) => {
    const all = [
      ...definition.rules.map(({ id }) => id),
      ...definition.followOns.map(({ key }) => key),
      ...definition.fields.map(({ name }) => name),
    ]
    return new Set(all).size < all.length
  })
  expect(twice.map(({ id }) => id)).toEqual([])
})

test('parties, code lists and undone follow-ons are all there', () => {
  const missing = catalogue.flatMap((definition) => [
    ...definition.effects
      .filter(({ party }) => !(party in definition.parties))
      .map(({ party }) => party),
    ...definition.followOns
      .flatMap(({ parties }) => parties)
      .filter((party) => !(party in definition.parties)),
    ...definition.reads.filter((party) => !(party in definition.parties)),
    ...definition.fields.flatMap(({ codeList }) =>
      codeList === undefined || codeList in codeLists ? [] : [codeList],
    ),
    ...definition.undo.steps
      .flatMap(({ followOn }) => followOn ?? [])
      .filter((key) => definition.followOns.every((followOn) => followOn.key !== key)),
  ])
  expect(missing).toEqual([])
})

test('every follow-on leads to something that is there', () => {
  const targets = catalogue.flatMap(({ followOns }) => followOns.map(({ target }) => target))
  const opened = targets.map((one) => (one.type === 'event' ? one.event : one.operation))
  const undone = catalogue.flatMap(({ undo }) => undo.steps.map(({ operation }) => operation))
  expect([...opened, ...undone].filter((id) => !findDefinition(id))).toEqual([])
})

test('what no definition has is named by its id', () => {
  expect(nameOf('move')).toMatchObject({ da: 'Flytning' })
  expect(nameOf('coronation')).toEqual({ da: 'coronation', en: 'coronation' })
})

test('a follow-on is filled in with fields it has', () => {
  const unknown = catalogue.flatMap(({ followOns }) =>
    followOns.flatMap(({ target, prefill = {} }) => {
      const child = findDefinition(target.type === 'event' ? target.event : target.operation)
      const names = child?.fields.map(({ name }) => name)
      return Object.keys(prefill).filter((field) => names && !names.includes(field))
    }),
  )
  expect(unknown).toEqual([])
})

test('an event that is not there is named', () => {
  expect(() => getDefinition('coronation')).toThrow('no event "coronation" in the catalogue')
})
