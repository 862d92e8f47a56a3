import { createHash } from 'node:crypto'

import type { TableSum } from './backup-format.ts'

const LINE_END = 10

/** Counts the rows that pass, and sums them up. COPY writes a row a line, and no line's end within one. */
export function sumOf(table: string): {
  readonly add: (bytes: Buffer) => void
  readonly sum: () => TableSum
} {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(bytes) {
      hash.update(bytes)
      for (const byte of bytes) if (byte === LINE_END) rows += 1
    },
    sum: () => ({ table, rows, sha256: hash.digest('hex') }),
  }
}
