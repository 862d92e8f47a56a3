import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import type { Entry, Image } from './store.ts'
import { replay } from './store.ts'

/** Where the register keeps what it must not forget: an image, and a log of what happened since. */
export interface Disk {
  /** Null when nothing was kept here yet. */
  load(): Image | null
  append(entry: Entry): void
  /** Puts an image in place of everything kept before. */
  replace(image: Image): void
  close(): void
}

/** Keeps nothing: for tests that need no second start. */
export const noDisk: Disk = {
  load: () => null,
  append: () => undefined,
  replace: () => undefined,
  close: () => undefined,
}

interface Kept {
  readonly generation: number
  readonly image: Image
}

function syncFolder(directory: string): void {
  const folder = openSync(directory, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function writeWhole(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeFileSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

// Both are written by this file alone, so their shape is known.
const parseEntry = (text: string): Entry => JSON.parse(text)
const parseKept = (text: string): Kept => JSON.parse(text)

/** Whole lines only: a line without its end was cut off by a crash and never answered for. */
function readEntries(path: string): { readonly entries: Entry[]; readonly length: number } {
  if (!existsSync(path)) return { entries: [], length: 0 }
  const bytes = readFileSync(path)
  const length = bytes.lastIndexOf(0x0a) + 1
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1)
  return { entries: lines.map(parseEntry), length }
}

export function openDisk(directory: string): Disk {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const snapshot = join(directory, 'register.json')
  const logPath = (generation: number): string => join(directory, `register-${generation}.log`)
  let generation = 0
  let log: number | null = null
  const openLog = (): number => {
    log ??= openSync(logPath(generation), 'a', 0o600)
    return log
  }
  const close = (): void => {
    if (log !== null) closeSync(log)
    log = null
  }
  return {
    close,
    load: () => {
      if (!existsSync(snapshot)) return null
      const kept = parseKept(readFileSync(snapshot, 'utf8'))
      generation = kept.generation
      const { entries, length } = readEntries(logPath(generation))
      ftruncateSync(openLog(), length)
      return replay(kept.image, entries)
    },
    append: (entry) => {
      const file = openLog()
      writeFileSync(file, `${JSON.stringify(entry)}\n`)
      fdatasyncSync(file)
    },
    // A new image opens a new log: a crash between the two leaves an old pair or a new one, never a mixture.
    replace: (image) => {
      close()
      generation += 1
      const kept: Kept = { generation, image }
      writeWhole(snapshot, JSON.stringify(kept))
      openLog()
      syncFolder(directory)
      rmSync(logPath(generation - 1), { force: true })
    },
  }
}
