import type { Logger } from 'pino'

import type { Timers } from '../edges.ts'

interface Watched {
  readonly expiresAt: Date
  readonly now: () => Date
  readonly timers: Pick<Timers, 'every'>
  readonly log: Pick<Logger, 'warn' | 'error'>
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** So many days before its end somebody is told, once for each. */
const WARNINGS = [60, 30, 14, 7, 3, 1, 0]
/** From here on it is an error: without it nothing is reported. */
const URGENT = 3

/** Full days until it ends; below zero once it has. */
export function daysUntil(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / DAY_MS)
}

/** Answers how to stop. */
export function watchCertificate({ expiresAt, now, timers, log }: Watched): () => void {
  let told = Number.POSITIVE_INFINITY
  const look = () => {
    const days = daysUntil(expiresAt, now())
    const warning = WARNINGS.findLast((limit) => days <= limit)
    if (warning === undefined || warning >= told) return
    told = warning
    const said = [{ days, expiresAt }, 'the certificate for the register ends soon'] as const
    if (warning <= URGENT) log.error(...said)
    else log.warn(...said)
  }
  look()
  return timers.every(HOUR_MS, look)
}
