import { z } from 'zod'

import { derivation } from './backup-key.ts'
import { damaged } from './backup-seal.ts'

/** What an archive says of itself. Every line of it is JSON; between them are the rows, as COPY writes them. */

export const FORMAT = 1

/** In clear, before everything else. */
export const opening = z.strictObject({
  archive: z.literal('sagsgang'),
  format: z.number().int(),
  key: derivation.nullable(),
})

const count = z.number().int().min(0)

const sequence = z.strictObject({
  name: z.string(),
  last: z.string().regex(/^-?\d{1,19}$/u),
  isCalled: z.boolean(),
})
export type SequencePosition = z.infer<typeof sequence>

export const head = z.strictObject({
  takenAt: z.iso.datetime(),
  /** Of the server it was taken from. */
  server: z.string(),
  migrations: z.array(z.string()),
  sequences: z.array(sequence),
  /** The last sealed row of the audit log. */
  auditHead: z.strictObject({ seq: count, hash: z.string() }).nullable(),
  tables: z.array(z.string()),
})
export type ArchiveHead = z.infer<typeof head>

export const table = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) })

const tableSum = z.strictObject({ table: z.string(), rows: count, sha256: z.string().length(64) })
export type TableSum = z.infer<typeof tableSum>

export const tail = z.strictObject({ sums: z.array(tableSum) })

export function toLine(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

export function parseLine<T>(schema: z.ZodType<T>, line: Buffer): T {
  try {
    return schema.parse(JSON.parse(line.toString('utf8')))
  } catch (cause) {
    throw damaged(cause)
  }
}

/** Rows come in pieces of any length; one without length ends them. */
export function toPiece(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export const noMore = Buffer.alloc(4)
