import { createHash } from 'node:crypto'

/** What happened, in order: ids, kinds and virtual times, no personal data. */
export interface Trace {
  note(at: number, who: string, what: string): void
  /** SHA-256 of all lines so far. */
  fingerprint(): string
  readonly lines: readonly string[]
}

// A hash is dear to begin with anew and cheap by the byte.
const PAGE = 16_384

export function createTrace(begin: number, keeps: boolean): Trace {
  const hash = createHash('sha256')
  const lines: string[] = []
  let page = ''
  const turn = () => {
    hash.update(page)
    page = ''
  }
  return {
    lines,
    note(at, who, what) {
      const line = `${at - begin} ${who} ${what}`
      page += `${line}\n`
      if (page.length > PAGE) turn()
      if (keeps) lines.push(line)
    },
    fingerprint() {
      turn()
      return hash.copy().digest('hex')
    },
  }
}
