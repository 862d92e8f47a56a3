import { expect, test } from 'vitest'

import { catalogue, findDefinition } from './catalogue.ts'
import type { EventDefinition } from './define-event.ts'
import type { EventEffect } from './effects.ts'
import { entities } from './entities.ts'
import type { Entity } from './entities.ts'

/** Every word of an effect, a follow-on's condition or what it starts with: values and conditions, and those inside them. */
function wordsIn(whole: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(whole)) return whole.flatMap(wordsIn)
  if (typeof whole !== 'object' || whole === null) return []
  const word: Readonly<Record<string, unknown>> = { ...whole }
  return [word, ...Object.values(word).flatMap(wordsIn)]
}

const spoken = catalogue.flatMap((definition) => {
  const whole = [
    ...definition.effects,
    ...definition.followOns.flatMap(({ condition, prefill }) => [condition, prefill]),
    definition.toldBy,
  ]
  return wordsIn(whole).map((word) => ({ definition, word }))
})

const partyWords = ['pnrOf', 'of', 'party', 'addressingNameDerived', 'parentsTogether'] as const
const entityWords = ['current', 'previous', 'ofRow', 'has'] as const

function said(word: Readonly<Record<string, unknown>>, under: string): readonly string[] {
  const text = word[under]
  return typeof text === 'string' ? [text] : []
}

function columnsOf(entity: string): readonly string[] {
  return isEntity(entity) ? entities[entity] : []
}

function isEntity(entity: string): entity is Entity {
  return entity in entities
}

function fieldNames({ fields }: EventDefinition): readonly string[] {
  return fields.map(({ name }) => name)
}

test('effects speak of fields that the event has', () => {
  const strange = spoken.flatMap(({ definition, word }) =>
    said(word, 'field').filter((field) => !fieldNames(definition).includes(field)),
  )
  expect(strange).toEqual([])
})

test('effects speak of parties that the event has', () => {
  const strange = spoken.flatMap(({ definition, word }) =>
    partyWords
      .flatMap((under) => said(word, under))
      .filter((party) => !(party in definition.parties)),
  )
  expect(strange).toEqual([])
})

test('effects speak of columns that the rows have', () => {
  const strange = spoken.flatMap(({ word }) =>
    entityWords
      .flatMap((under) => said(word, under))
      .flatMap((entity) =>
        [...said(word, 'column'), ...Object.keys(word['row'] ?? {})]
          .filter((column) => !columnsOf(entity).includes(column))
          .map((column) => `${entity}.${column}`),
      ),
  )
  expect(strange).toEqual([])
})

const effects = catalogue.flatMap((definition) =>
  definition.effects.map((effect) => ({ definition, effect })),
)

test('effects write columns that the rows have', () => {
  const strange = effects.flatMap(({ definition, effect: { entity, set = {}, row = {} } }) =>
    Object.keys({ ...set, ...row })
      .filter((column) => !columnsOf(entity).includes(column))
      .map((column) => `${definition.id} ${entity}.${column}`),
  )
  expect(strange).toEqual([])
})

function fieldType({ fields }: EventDefinition, name: string | undefined): string | undefined {
  return fields.find((field) => field.name === name)?.type
}

test('a list that is gone through is one of holders', () => {
  const strange = effects.filter(({ definition, effect }) =>
    effect.each === undefined
      ? wordsIn(effect).some((word) => 'item' in word)
      : fieldType(definition, effect.each) !== 'holderList',
  )
  expect(strange.map(({ definition }) => definition.id)).toEqual([])
})

function takesWords({ operation }: EventEffect, words: readonly string[]): boolean {
  return words.includes(operation)
}

test('each operation is told what it takes', () => {
  const wrong = effects.filter(({ effect }) => {
    const writes = takesWords(effect, ['create', 'appendRow', 'set', 'setStatus', 'endRow'])
    const mayEnd = takesWords(effect, ['appendRow', 'set'])
    const findsOne = takesWords(effect, ['endRow', 'set', 'annulRow', 'keep'])
    const misplaced = [
      !writes && effect.set !== undefined,
      !mayEnd && effect.until !== undefined,
      !findsOne && effect.rowAt !== undefined,
      effect.operation === 'reopen' && effect.entity !== 'person',
    ]
    return misplaced.includes(true)
  })
  expect(wrong.map(({ definition, effect }) => [definition.id, effect.text.en])).toEqual([])
})

/** A derived case sends nothing and asks nobody: it knows all that it needs from the one it follows. */
test('a derived follow-on knows all that it needs', () => {
  const poor = catalogue.flatMap((definition) =>
    definition.followOns
      .filter(({ mode }) => mode === 'derived')
      .flatMap(({ key, target, prefill = {} }) => {
        const child = target.type === 'event' ? findDefinition(target.event) : undefined
        const known = [
          'personnummer',
          ...(fieldNames(definition).includes('authority') ? ['authority'] : []),
          ...Object.keys(prefill),
        ]
        return (child?.fields ?? [])
          .filter(({ name, required }) => required && !known.includes(name))
          .map(({ name }) => `${definition.id} ${key} ${name}`)
      }),
  )
  expect(poor).toEqual([])
})
