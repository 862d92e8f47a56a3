import { fixtures } from '../fixtures.ts'
import { maximumBytes } from '../xml-decode.ts'
import { makeDocument, makeElements } from './documents.ts'
import { mutationEntries } from './mutations.ts'
import { createRandom, type Random } from './random.ts'
import { swellings } from './swollen.ts'

/** What one seed sends to the reader. */
export interface Input {
  readonly seed: number
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** What it began as and how it was bent. */
  readonly made: readonly string[]
}

const texts = fixtures.flatMap(({ name, request, reply }) => [
  { name: `${name} reply`, text: Buffer.from(reply).toString('latin1') },
  { name: `${name} reply`, text: Buffer.from(reply).toString('latin1') },
  { name: `${name} request`, text: Buffer.from(request).toString('latin1') },
])

/** Mostly nothing that contradicts the body. */
const contentTypes: Readonly<Record<number, string>> = {
  0: 'text/xml',
  1: 'text/xml',
  2: 'text/xml;charset=ISO-8859-1',
  3: 'text/xml;charset=ISO-8859-1',
  4: 'text/xml; charset=latin1',
  5: 'text/xml; charset="utf-8"',
  6: 'application/xml;charset=UTF-8',
  7: 'text/xml;charset=windows-1252',
}

/** A body at the cap costs as much as a hundred others. */
const swollenOneIn = 2_000

/** The same bytes for the same seed, on every machine. */
export function makeInput(seed: number): Input {
  const random = createRandom(seed)
  const base = random.once(swollenOneIn) ? swollen(random) : random.pick(bases)(random)
  const made = [base.name]
  let { text } = base
  for (let left = random.pick([0, 1, 1, 1, 2, 3]); left > 0; left -= 1) {
    const [name, mutate] = mutationEntries[random.below(mutationEntries.length)] ?? []
    if (name === undefined || mutate === undefined) continue
    text = mutate(text, random, fixtureText(random).text)
    made.push(name)
  }
  const contentType = contentTypes[random.below(16)] ?? null
  return { seed, bytes: Buffer.from(text, 'latin1'), contentType, made }
}

interface Base {
  readonly name: string
  /** One character for each byte. */
  readonly text: string
}

const bases: readonly [(random: Random) => Base, ...((random: Random) => Base)[]] = [
  fixtureText,
  fixtureText,
  fixtureText,
  (random) => ({ name: 'document', text: encoded(makeDocument(random), random) }),
  (random) => ({ name: 'document', text: encoded(makeDocument(random), random) }),
  grown,
  noise,
]

function fixtureText(random: Random): Base {
  return texts[random.below(texts.length)] ?? { name: 'nothing', text: '' }
}

/** A message with elements that nobody announced. */
function grown(random: Random): Base {
  const { name, text } = fixtureText(random)
  const places = [...text.matchAll(/<\/?(?:Service|Rolle|Row|Key|CprData|Kvit|Field)\b/g)]
  const at = places[random.below(Math.max(1, places.length))]?.index ?? 0
  const added = Buffer.from(makeElements(random).replaceAll(/[^\0-\u00FF]/gu, '?'), 'latin1')
  return {
    name: `${name}, grown`,
    text: text.slice(0, at) + added.toString('latin1') + text.slice(at),
  }
}

function swollen(random: Random): Base {
  const swelling = swellings[random.below(swellings.length)]
  if (swelling === undefined) throw new Error('nothing swells')
  return { name: swelling.name, text: Buffer.from(swelling.make(maximumBytes)).toString('latin1') }
}

function noise(random: Random): Base {
  const codes = random.some(400, () => (random.once(3) ? random.below(256) : 32 + random.below(95)))
  return { name: 'noise', text: String.fromCharCode(...codes) }
}

/** As bytes in one encoding or the other, mostly saying which. */
function encoded(text: string, random: Random): string {
  const isWide = /[^\0-\u00FF]/u.test(text)
  const inUtf8 = isWide || random.once(3)
  const stated = random.once(5) ? '' : ` encoding="${inUtf8 ? 'UTF-8' : 'ISO-8859-1'}"`
  const declaration = random.once(5) ? '' : `<?xml version="1.0"${stated}?>`
  return Buffer.from(declaration + text, inUtf8 ? 'utf8' : 'latin1').toString('latin1')
}
