import type { Dated } from '@sagsgang/gctp'

/** The time on the wall, in milliseconds: the register's, from its last reply on. */
export interface Wall {
  readonly now: () => number
  readonly heard: (dated: Dated) => void
}

interface WallParts {
  /** Of the same kind as the moments of replies. */
  readonly monotonic: () => number
  /** This machine's own clock, which may be wrong. */
  readonly machine: () => number
  /** Told once, where the two are a minute or more apart. */
  readonly onApart?: (seconds: number) => void
}

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
// Whoever is off by more is no clock that anybody sets.
const BELIEVED_MS = 24 * 60 * MINUTE_MS

/**
 * What is asked of the register by its days and hours, and compared between processes, must not hang on the clock of one
 * machine. A reply says to the second when it was written: time passes by the monotonic clock from there, and is put right
 * by no more than the next reply proves.
 */
export function createWall({ monotonic, machine, onApart = () => {} }: WallParts): Wall {
  let ahead: number | null = null
  let isTold = false
  const tell = (apart: number) => {
    if (isTold || Math.abs(apart) < MINUTE_MS) return
    isTold = true
    onApart(Math.round(apart / SECOND_MS))
  }
  return {
    now: () => (ahead === null ? machine() : monotonic() + ahead),
    heard({ date, sentAt, heardAt }) {
      if (Math.abs(date.getTime() - machine()) > BELIEVED_MS) return
      const earliest = date.getTime() - heardAt
      const latest = date.getTime() + SECOND_MS - sentAt
      ahead = Math.min(Math.max(ahead ?? machine() - monotonic(), earliest), latest)
      tell(monotonic() + ahead - machine())
    },
  }
}
