import type { EffectPayloads } from '../effects.ts'
import type { Context, Correction } from '../snapshot.ts'
import { ask } from './asking.ts'
import type { Change } from './asking.ts'
import { stopWaiting } from './stopping.ts'

type Order = Omit<EffectPayloads['openCorrection'], 'confirmed'> & {
  readonly confirmed?: readonly string[]
}

export function askToCorrect(context: Context, { confirmed = [], ...order }: Order): Change {
  return ask(context, {
    effect: 'openCorrection',
    slot: 'correction',
    payload: { ...order, confirmed },
  })
}

export function addCorrection(context: Context, { caseId }: { readonly caseId: string }): Change {
  const payload = context.answering?.payload
  const operation = payload && 'operation' in payload ? payload.operation : ''
  return { corrections: [...context.corrections, { caseId, operation, state: 'open' }] }
}

export interface CorrectionMark {
  readonly caseId: string
  readonly to: Correction['state']
}

/** From where a correction may come to its end: repeats and late notices change nothing. */
const leaves: Record<Correction['state'], readonly Correction['state'][]> = {
  open: [],
  settled: ['open'],
  withdrawn: ['open'],
  undone: ['open', 'settled'],
}

export function isCorrection(context: Context, { caseId, to }: CorrectionMark): boolean {
  return context.corrections.some((one) => one.caseId === caseId && leaves[to].includes(one.state))
}

export function markCorrection(context: Context, { caseId, to }: CorrectionMark): Change {
  const mark = (one: Correction): Correction =>
    one.caseId === caseId ? { ...one, state: to } : one
  return { corrections: context.corrections.map(mark), ...stopWaiting(context, { caseId, to }) }
}

/** One at a time: the next is worked out from what the last one left. */
export function isCorrecting(context: Context): boolean {
  const isOpening = Object.values(context.open).some(({ type }) => type === 'openCorrection')
  return isOpening || context.corrections.some(({ state }) => state === 'open')
}
