import { expect, test } from 'vitest'

import { toCode } from './code-text.ts'

const options = [
  { code: '5120', name: { da: 'Sverige', en: 'Sweden' } },
  { code: '5180', name: { da: 'Tyskland', en: 'Germany' } },
  { code: '0101', name: { da: 'Københavns Kommune', en: 'Copenhagen Municipality' } },
  { code: '0151', name: { da: 'Ballerup Kommune', en: 'Ballerup Municipality' } },
  { code: '5752', name: { da: 'Guinea', en: 'Guinea' } },
  { code: '5754', name: { da: 'Guinea-Bissau', en: 'Guinea-Bissau' } },
]

test.each([
  ['5120', '5120'],
  [' sverige ', '5120'],
  ['Germany', '5180'],
  ['køb', '0101'],
  ['Guinea', '5752'],
])('a code is meant by %s', (typed, code) => {
  expect(toCode(options, typed)).toBe(code)
})

test.each(['Gui', 'Ba', 'Sverrig', '9999', ''])('no single code is meant by "%s"', (typed) => {
  expect(toCode(options, typed)).toBe(typed)
})

test('without a list the words stay as they are', () => {
  expect(toCode(undefined, ' Sverige ')).toBe('Sverige')
})
