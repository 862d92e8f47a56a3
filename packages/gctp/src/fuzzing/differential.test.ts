import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { attempt } from '../unreadable.ts'
import { parseXml } from '../xml-parse.ts'
import { type Fault, judge, type TreeReader } from './differential.ts'
import { makeDocument } from './documents.ts'
import { makeInput } from './inputs.ts'
import { mutationEntries } from './mutations.ts'
import { createRandom } from './random.ts'
import { swellings } from './swollen.ts'
import type { Work } from './work.ts'

const inputs = 50_000
const patience = { timeout: 600_000 }

test('fifty thousand inputs are read as libxml2 does', patience, () => {
  const faults: string[] = []
  const outcomes: Record<string, number> = {}
  const made = new Set<string>()
  for (let seed = 1; seed <= inputs; seed += 1) {
    const input = makeInput(seed)
    const { outcome, fault } = judge(input)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    for (const name of input.made) made.add(name)
    if (fault !== null) faults.push(`${fault}: pnpm fuzz --seed ${seed}`)
  }
  expect(faults).toEqual([])
  expect(mutationEntries.filter(([name]) => !made.has(name))).toEqual([])
  // Inputs that are all nonsense, or all good, would prove nothing.
  expect(outcomes['message']).toBeGreaterThan(5_000)
  expect(outcomes['grammar']).toBeGreaterThan(500)
  expect(outcomes['malformed']).toBeGreaterThan(10_000)
  expect(Object.keys(outcomes).toSorted()).toEqual(
    ['message', ...reasons].toSorted((one, other) => one.localeCompare(other)),
  )
})

const reasons = [
  'controlCharacter',
  'dtd',
  'empty',
  'encoding',
  'grammar',
  'limit',
  'malformed',
  'mismatch',
  'receipt',
  'tooLarge',
]

/** A reader with one weakness: it sees another text than what came. */
function weak(bend: (text: string) => string): TreeReader {
  return (bytes, contentType) =>
    attempt(() =>
      parseXml(Buffer.from(bend(Buffer.from(bytes).toString('latin1')), 'latin1'), contentType),
    )
}

test.each<[string, Fault, TreeReader]>([
  [
    'drops a repeated attribute',
    'believed',
    weak((text) => text.replaceAll(/( [\w:]+="[^"<]*")\1/g, '$1')),
  ],
  ['drops what stands after the root', 'believed', weak((text) => text.replace(/[^>]+$/, ''))],
  [
    'closes what was left open',
    'believed',
    weak((text) => (/<\/root>\s*$/.test(text) ? text : `${text}</root>`)),
  ],
  [
    'leaves bare ampersands alone',
    'believed',
    weak((text) => text.replaceAll(/&(?![\w#]+;)/g, '&amp;')),
  ],
  ['needs no quotes', 'believed', weak((text) => text.replaceAll(/=([\w]+)(?=[ />])/g, '="$1"'))],
  ['knows every prefix', 'believed', weak((text) => text.replaceAll(/([< /])[xy]:/g, '$1'))],
  [
    'takes C1 signs for windows-1252',
    'misread',
    weak((text) => text.replaceAll(/[\u0080-\u009F]/g, '&#8230;')),
  ],
  [
    'cuts names off at half blanks',
    'misread',
    weak((text) => text.replaceAll(/(?<=[a-z])\u00EF\u00BB\u00BF[a-z]+/g, '')),
  ],
  ['keeps tabs in values', 'misread', weak((text) => text.replaceAll('\t', '&#9;'))],
  ['does not know sections', 'doubted', weak((text) => text.replaceAll('<![CDATA[', '<![cdata['))],
  ['wants double quotes', 'doubted', weak((text) => text.replaceAll("'", '`'))],
  [
    'throws at a comment',
    'threw',
    (bytes, contentType) => {
      if (Buffer.from(bytes).includes('<!--')) throw new Error('a comment')
      return attempt(() => parseXml(bytes, contentType))
    },
  ],
])('a reader that %s is found out as %s', patience, (_, expected, reader) => {
  const found = new Set<Fault | null>()
  for (let seed = 1; seed <= 5_000 && !found.has(expected); seed += 1) {
    found.add(judge(makeInput(seed), reader).fault)
  }
  expect(found).toContain(expected)
})

test('one seed makes one input, everywhere', () => {
  expect(makeInput(2026)).toEqual(makeInput(2026))
  // Messages are bent as they stand in the fixtures, which become more; documents come from the seed alone.
  const hash = createHash('sha256')
  for (let seed = 1; seed <= 500; seed += 1) hash.update(makeDocument(createRandom(seed)))
  expect(hash.digest('hex').slice(0, 16)).toMatchInlineSnapshot(`"363f2b11d73534d6"`)
})

test('work grows no faster than the body', patience, async () => {
  const works = await measureWork()
  expect(works).toHaveLength(2 * swellings.length)
  const perByte = works.map(({ name, size, steps }) => ({ name, size, rate: steps / size }))
  expect(perByte.filter(({ rate }) => rate > 12)).toEqual([])
  for (const { name } of swellings) {
    const [small, large] = perByte.filter((one) => one.name === name)
    expect(large?.rate, name).toBeLessThan((small?.rate ?? 0) * 1.2 + 0.01)
  }
  // Something was counted at all.
  expect(perByte.filter(({ rate }) => rate > 1).length).toBeGreaterThan(5)
})

function measureWork(): Promise<readonly Work[]> {
  const works: Work[] = []
  const worker = new Worker(new URL('work.ts', import.meta.url))
  worker.on('message', (work: Work) => works.push(work))
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => resolve(works))
  })
}
