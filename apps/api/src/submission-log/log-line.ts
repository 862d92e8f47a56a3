import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { LoggedSubmission } from './submission-log.ts'

const states = [
  'sending',
  'confirmed',
  'refused',
  'warned',
  'unsent',
  'waiting',
  'inDoubt',
  'notApplied',
] as const satisfies readonly LoggedSubmission['state'][]

const moment = z.iso.datetime().transform((text) => new Date(text))

const stored = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  effectId: z.string(),
  report: z.number().int(),
  attempt: z.number().int(),
  state: z.enum(states),
  service: z.string(),
  authority: z.string(),
  requestHash: z.string(),
  dialogue: z.string(),
  watermark: moment,
  at: moment,
})

const sealed = z.strictObject({ checksum: z.string(), batch: z.number().int(), entry: z.unknown() })

export interface Line {
  /** Lines with one number were made durable together. */
  readonly batch: number
  readonly entry: LoggedSubmission
}

/** One line, its end included. */
export function toLine({ batch, entry }: Line): string {
  return `${JSON.stringify({ checksum: checksumOf(batch, entry), batch, entry })}\n`
}

/** Undefined where the line is not as it was written. */
export function fromLine(text: string): Line | undefined {
  const read = sealed.safeParse(parse(text))
  if (!read.success || checksumOf(read.data.batch, read.data.entry) !== read.data.checksum) return
  const entry = stored.safeParse(read.data.entry)
  return entry.success ? { batch: read.data.batch, entry: entry.data } : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checksumOf(batch: number, entry: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([batch, entry]))
    .digest('hex')
    .slice(0, 16)
}
