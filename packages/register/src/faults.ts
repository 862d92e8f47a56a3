import { createRandom } from './random.ts'

/** What the register is told to do wrong. */
export interface Faults {
  readonly seed: number
  readonly loseRequest: number
  readonly loseReply: number
  readonly truncateReply: number
  readonly lateApply: { readonly p: number; readonly ms: number }
  readonly delayMs: number
  readonly closed: boolean
  readonly rejectSignOn: boolean
  readonly refuse: Refusal | null
}

interface Refusal {
  readonly service: string
  readonly field: string
  readonly code: number
  readonly text: string
}

export const noFaults: Faults = {
  seed: 1,
  loseRequest: 0,
  loseReply: 0,
  truncateReply: 0,
  lateApply: { p: 0, ms: 0 },
  delayMs: 0,
  closed: false,
  rejectSignOn: false,
  refuse: null,
}

/** What becomes of one save. */
export type Fate = 'good' | 'loseRequest' | 'loseReply' | 'truncateReply' | 'lateApply'

export interface FaultSource {
  readonly faults: Faults
  /** Drawn once per save, in the order in which they come. */
  fate(): Fate
}

export function createFaults(faults: Faults): FaultSource {
  const random = createRandom(faults.seed)
  const draw = (): Fate => {
    if (random.chance(faults.loseRequest)) return 'loseRequest'
    if (random.chance(faults.lateApply.p)) return 'lateApply'
    if (random.chance(faults.loseReply)) return 'loseReply'
    return random.chance(faults.truncateReply) ? 'truncateReply' : 'good'
  }
  return { faults, fate: draw }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isProbability = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 1
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isText = (value: unknown): boolean => typeof value === 'string'

const isLateApply = (value: unknown): boolean =>
  isRecord(value) && isProbability(value['p']) && isCount(value['ms'])

const isRefusal = (value: unknown): boolean =>
  value === null ||
  (isRecord(value) &&
    ['service', 'field', 'text'].every((name) => isText(value[name])) &&
    isCount(value['code']))

const shapes: Readonly<Record<keyof Faults, (value: unknown) => boolean>> = {
  seed: isCount,
  loseRequest: isProbability,
  loseReply: isProbability,
  truncateReply: isProbability,
  lateApply: isLateApply,
  delayMs: isCount,
  closed: (value) => typeof value === 'boolean',
  rejectSignOn: (value) => typeof value === 'boolean',
  refuse: isRefusal,
}

const isPartial = (value: unknown): value is Partial<Faults> =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, one]) =>
      name in shapes && Object.entries(shapes).some(([known, fits]) => known === name && fits(one)),
  )

/** Faults not named are off: a put replaces them all. Null when the input is no such thing. */
export const readFaults = (value: unknown): Faults | null =>
  isPartial(value) ? { ...noFaults, ...value } : null
