import { createHash } from 'node:crypto'

/** What happened, in order: ids, kinds and virtual times, no personal data. */
export interface Trace {
  note(at: number, who: string, what: string): void
  /** SHA-256 of all lines so far. */
  fingerprint(): string
  readonly lines: readonly string[]
}

export function createTrace(begin: number, keeps: boolean): Trace {
  const hash = createHash('sha256')
  const lines: string[] = []
  return {
    lines,
    note(at, who, what) {
      const line = `${at - begin} ${who} ${what}`
      hash.update(line).update('\n')
      if (keeps) lines.push(line)
    },
    fingerprint: () => hash.copy().digest('hex'),
  }
}
