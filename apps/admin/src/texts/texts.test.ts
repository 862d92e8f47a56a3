import { expect, test } from 'vitest'

import { akselTexts } from './aksel.ts'
import { da } from './da.ts'
import { en } from './en.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

test('both languages fill in the same places', () => {
  const english = new Map(leaves(en))
  for (const [path, text] of leaves(da)) {
    expect([path, placeholders(english.get(path) ?? '')]).toEqual([path, placeholders(text)])
  }
})

test('no text is empty in either language', () => {
  const blank = [...leaves(da), ...leaves(en)].filter(([, text]) => text.trim() === '')
  expect(blank).toEqual([])
})

test('the components speak the language that was chosen', () => {
  expect(akselTexts.da.DatePicker.chooseDate).toBe('Vælg dato')
  expect(akselTexts.en.DatePicker.chooseDate).toBe('Choose date')
})
