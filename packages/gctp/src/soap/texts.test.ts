import { expect, test } from 'vitest'

import { envelopeOf } from '../bad-replies/envelopes.ts'
import { goodReplies } from '../bad-replies/good-replies.ts'
import { makeInput } from '../fuzzing/inputs.ts'
import { mutationEntries } from '../fuzzing/mutations.ts'
import { askOracle } from '../fuzzing/oracle.ts'
import { createRandom } from '../fuzzing/random.ts'
import type { Read } from '../message.ts'
import { attempt } from '../unreadable.ts'
import { maximumBytes } from '../xml-decode.ts'
import { parseCarryingXml, type XmlElement } from '../xml-parse.ts'
import { readSoapReply } from './read-envelope.ts'
import { platformProfile } from './soap-profile.ts'

const type = 'text/xml; charset=utf-8'
const read = (bytes: Uint8Array, contentType: string | null): Read<XmlElement> =>
  attempt(() => parseCarryingXml(bytes, contentType))

const textsIn = (element: XmlElement): readonly string[] => [
  `${element.name}=${element.text ?? 'none'}`,
  ...element.children.flatMap(textsIn),
]

/** What we take must be what libxml2 takes, text by text; true where we take it. */
function isTaken(bytes: Uint8Array, contentType: string | null): boolean {
  const own = read(bytes, contentType)
  if (own.type === 'unreadable') return false
  const other = askOracle(bytes, contentType)
  expect(other.type).toBe('read')
  expect(textsIn(own.message)).toEqual(other.type === 'read' ? textsIn(other.message) : [])
  return true
}

test('texts are those that libxml2 reads', () => {
  const seeds = Array.from({ length: 3_000 }, (_, seed) => makeInput(seed))
  const taken = seeds.filter(({ bytes, contentType }) => isTaken(bytes, contentType))
  expect(taken.length).toBeGreaterThan(500)
})

test('bent envelopes are what libxml2 makes of them', () => {
  const whole = envelopeOf(goodReplies.lookup)
  let taken = 0
  for (let seed = 0; seed < 3_000; seed += 1) {
    const random = createRandom(seed)
    const [, mutate] = mutationEntries[random.below(mutationEntries.length)] ?? []
    const bent = mutate?.(whole, random, whole) ?? whole
    if (isTaken(Buffer.from(bent, 'latin1'), type)) taken += 1
  }
  expect(taken).toBeGreaterThan(300)
})

test('line ends are one sign in texts and sections', () => {
  const bytes = Buffer.from('<a>1\r\n2\r3&#13;<![CDATA[\r\n&amp;]]></a>')
  expect(read(bytes, null)).toMatchObject({ message: { text: '1\n2\n3\r\n&amp;' } })
})

test.each([
  ['references', '&#65;'.repeat(maximumBytes / 5 - 200)],
  ['named references', '&lt;'.repeat(maximumBytes / 4 - 200)],
  ['sections', '<![CDATA[x]]>'.repeat(maximumBytes / 13 - 200)],
  ['sections left open', '<![CDATA['.repeat(maximumBytes / 9 - 200)],
  ['line ends', '\r\n'.repeat(maximumBytes / 2 - 500)],
  ['comments in the text', 'x<!---->'.repeat(maximumBytes / 8 - 200)],
])('a megabyte of %s is judged at once', (_, text) => {
  const whole = envelopeOf(goodReplies.lookup)
  const bytes = Buffer.from(whole.replace('</p:result>', () => `${text}</p:result>`))
  const before = process.cpuUsage()
  expect(readSoapReply(bytes, type, platformProfile).type).toBeDefined()
  const { user, system } = process.cpuUsage(before)
  expect(user + system).toBeLessThan(250_000)
})
