import {
  type ArchiveHead,
  head as headLine,
  parseLine,
  table as tableLine,
  type TableSum,
  tail as tailLine,
} from './backup-format.ts'
import { damaged } from './backup-seal.ts'
import type { ByteReader } from './byte-reader.ts'
import { sumOf } from './table-sum.ts'

/** Who takes in what an archive holds, in its order. */
export interface Taker {
  readonly head?: (head: ArchiveHead) => Promise<void>
  /** Answers where the table's rows go. */
  readonly table?: (table: string, columns: readonly string[]) => RowTaker
}

export interface RowTaker {
  readonly take: (bytes: Buffer) => Promise<void>
  readonly end: () => Promise<void>
}

export interface Read {
  readonly head: ArchiveHead
  readonly sums: readonly TableSum[]
}

/** Reads it to its end, and holds what came against what it says of itself. */
export async function readArchive(archive: ByteReader, taker: Taker = {}): Promise<Read> {
  const head = parseLine(headLine, await archive.line())
  await taker.head?.(head)
  const sums: TableSum[] = []
  for (const name of head.tables) sums.push(await readTable(archive, name, taker))
  const { sums: told } = parseLine(tailLine, await archive.line())
  if (JSON.stringify(told) !== JSON.stringify(sums)) throw damaged()
  if (!(await archive.isAtEnd())) throw damaged()
  return { head, sums }
}

async function readTable(archive: ByteReader, name: string, taker: Taker): Promise<TableSum> {
  const { table, columns } = parseLine(tableLine, await archive.line())
  if (table !== name) throw damaged()
  const sum = sumOf(table)
  const rows = taker.table?.(table, columns)
  for (;;) {
    const length = (await archive.exactly(4)).readUInt32BE()
    if (length === 0) break
    const bytes = await archive.exactly(length)
    sum.add(bytes)
    await rows?.take(bytes)
  }
  await rows?.end()
  return sum.sum()
}
