import { danishDate, danishTime } from './dates.ts'

export interface Clock {
  /** Milliseconds, the offset included. */
  now(): number
  /** YYYYMMDD by the Danish calendar. */
  today(): string
  /** Twenty digits, later than every one given before. */
  stamp(): string
  /** Puts the clock at a time; false when that lies in the past, which changes nothing. */
  moveTo(milliseconds: number): boolean
  advance(milliseconds: number): void
  readonly state: () => ClockState
}

export interface ClockState {
  readonly offset: number
  readonly lastStamp: string
}

export const freshClock: ClockState = { offset: 0, lastStamp: '0'.repeat(20) }

/** The real clock moved forward by an offset, so that a development day can be skipped. */
export function createClock(real: () => number, saved: ClockState): Clock {
  let { offset, lastStamp } = saved
  const now = (): number => real() + offset
  const stamp = (): string => {
    const at = now()
    const milliseconds = String(Math.floor(at % 1000)).padStart(3, '0')
    const wanted = `${danishTime(at)}${milliseconds}000`
    // Twenty digits do not fit a double: the next stamp is counted as a big integer.
    const next = String(BigInt(lastStamp) + 1n).padStart(20, '0')
    lastStamp = wanted > next ? wanted : next
    return lastStamp
  }
  const moveTo = (milliseconds: number): boolean => {
    if (milliseconds < now()) return false
    offset = milliseconds - real()
    return true
  }
  const advance = (milliseconds: number): void => {
    offset += milliseconds
  }
  const state = (): ClockState => ({ offset, lastStamp })
  return { now, today: () => danishDate(now()), stamp, moveTo, advance, state }
}
