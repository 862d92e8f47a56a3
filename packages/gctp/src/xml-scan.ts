import { UnreadableMessage } from './unreadable.ts'
import { blankSource, nameSource, withoutBlanks } from './xml-names.ts'
import { decodeReferences } from './xml-references.ts'

const limits = {
  depth: 32,
  elements: 20_000,
  attributes: 64,
  attributeLength: 64 * 1024,
  references: 10_000,
}

const openTag = new RegExp(`<(${nameSource})`, 'uy')
const closeTag = new RegExp(`</(${nameSource})${blankSource}*>`, 'uy')
const equals = `${blankSource}*=${blankSource}*`
const attribute = new RegExp(
  `${blankSource}+(${nameSource})${equals}(?:"([^"<]*)"|'([^'<]*)')`,
  'uy',
)
const tagEnd = new RegExp(`${blankSource}*(/?)>`, 'y')

interface Scan {
  readonly text: string
  at: number
  readonly open: string[]
  elements: number
  references: number
  readonly kept: Kept | null
}

/** What is to be kept of the text between the tags. */
interface Kept {
  /** By the order in which elements open. */
  readonly texts: string[]
  /** The elements that are open now, by that order. */
  readonly open: number[]
}

/**
 * Walks the text once and refuses what parsers let pass: unquoted and repeated attributes, a second
 * root, text outside the root, unclosed tags; and anything beyond the limits, before it costs memory.
 */
export function scanXml(text: string): void {
  walk(text, null)
}

/**
 * The same, and the text of each element by the order in which they open. A document within a text is written in
 * references: as many as there is room for, and each is one sign.
 */
export function scanTexts(text: string): readonly string[] {
  const kept: Kept = { texts: [], open: [] }
  walk(text, kept)
  return kept.texts
}

function walk(text: string, kept: Kept | null): void {
  const scan: Scan = { text, at: 0, open: [], elements: 0, references: 0, kept }
  let roots = 0
  while (scan.at < text.length) {
    if (skipText(scan)) continue
    if (scan.open.length === 0 && text[scan.at + 1] !== '!') roots += 1
    if (roots > 1) malformed()
    scanMarkup(scan)
  }
  if (roots !== 1 || scan.open.length > 0) malformed()
}

function malformed(): never {
  throw new UnreadableMessage('malformed')
}

function limit(isExceeded: boolean): void {
  if (isExceeded) throw new UnreadableMessage('limit')
}

function skipText(scan: Scan): boolean {
  const next = scan.text.indexOf('<', scan.at)
  const end = next === -1 ? scan.text.length : next
  if (end === scan.at) return false
  const text = scan.text.slice(scan.at, end)
  if (scan.open.length === 0 && withoutBlanks(text) !== '') malformed()
  if (text.includes(']]>')) malformed()
  countReferences(scan, text)
  // In most documents nothing is said by a text: there this only refuses what could not be decoded.
  keep(scan, decodeReferences(scan.kept === null ? text : toLineFeeds(text)))
  scan.at = end
  return true
}

const toLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

function keep({ kept }: Scan, text: string): void {
  const at = kept?.open.at(-1)
  if (kept !== null && at !== undefined) kept.texts[at] = (kept.texts[at] ?? '') + text
}

function scanMarkup(scan: Scan): void {
  const next = scan.text[scan.at + 1]
  if (next === '/') return scanClose(scan)
  if (next !== '!') return scanOpen(scan)
  if (scan.text.startsWith('<!--', scan.at)) return skipTo(scan, '--', '-->')
  if (scan.text.startsWith('<![CDATA[', scan.at) && scan.open.length > 0) {
    const start = scan.at + '<![CDATA['.length
    skipTo(scan, ']]>', ']]>')
    if (scan.kept !== null) keep(scan, toLineFeeds(scan.text.slice(start, scan.at - ']]>'.length)))
    return
  }
  malformed()
}

function skipTo(scan: Scan, found: string, expected: string): void {
  const end = scan.text.indexOf(found, scan.at + 4)
  if (end === -1 || !scan.text.startsWith(expected, end)) malformed()
  scan.at = end + expected.length
}

function match(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  // A sticky pattern matches here or nowhere, so the walk stays linear.
  pattern.lastIndex = scan.at
  const found = pattern.exec(scan.text)
  if (found !== null) scan.at += found[0].length
  return found
}

function scanClose(scan: Scan): void {
  const found = match(scan, closeTag)
  if (found === null || scan.open.pop() !== found[1]) malformed()
  scan.kept?.open.pop()
}

function scanOpen(scan: Scan): void {
  const found = match(scan, openTag)
  if (found === null) malformed()
  scan.elements += 1
  limit(scan.elements > limits.elements)
  limit(scan.open.length >= limits.depth)
  scanAttributes(scan)
  const end = match(scan, tagEnd)
  if (end === null) malformed()
  scan.kept?.texts.push('')
  if (end[1] !== '') return
  scan.open.push(found[1] ?? '')
  scan.kept?.open.push(scan.elements - 1)
}

function scanAttributes(scan: Scan): void {
  const names = new Set<string>()
  for (let found = match(scan, attribute); found !== null; found = match(scan, attribute)) {
    const name = found[1] ?? ''
    const value = found[2] ?? found[3] ?? ''
    if (names.has(name)) malformed()
    names.add(name)
    limit(names.size > limits.attributes || value.length > limits.attributeLength)
    countReferences(scan, value)
  }
}

function countReferences(scan: Scan, text: string): void {
  if (scan.kept !== null) return
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) scan.references += 1
  limit(scan.references > limits.references)
}
