import { fromLine, type Line } from './log-line.ts'

/** What a file says, or the number of the first line that is damaged where no crash can have damaged it. */
export type ReadLines =
  | { readonly type: 'whole'; readonly lines: readonly Line[] }
  | { readonly type: 'damaged'; readonly line: number }

/**
 * Power that fails while a batch is on its way leaves any part of that batch, and nobody was told that it was written.
 * Whatever is damaged before the last batch was durable once: then the file has been changed, or the disk is failing.
 */
export function readLines(text: string): ReadLines {
  const read = text.split('\n').map(fromLine)
  // What follows the last line's end is nothing, unless it was torn.
  const ended = text.endsWith('\n') || text === '' ? read.slice(0, -1) : read
  const bad = ended.indexOf(undefined)
  const lines = ended.filter((line) => line !== undefined)
  if (bad === -1 || isTorn(ended, bad)) return { type: 'whole', lines }
  return { type: 'damaged', line: bad + 1 }
}

function isTorn(read: readonly (Line | undefined)[], bad: number): boolean {
  const later = read.slice(bad).filter((line) => line !== undefined)
  if (later.length === 0) return read.length === bad + 1
  const last = later.at(-1)?.batch ?? 0
  const before = read[bad - 1]?.batch ?? 0
  return later.every(({ batch }) => batch === last) && before >= last - 1
}
