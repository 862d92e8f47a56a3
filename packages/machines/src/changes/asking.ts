import type { EffectPayloads, EffectType, ParentNotice } from '../effects.ts'
import type { Context, OpenEffect } from '../snapshot.ts'

export type Change = Partial<Context>

export interface Ask {
  readonly effect: EffectType
  readonly slot: string
  readonly payload: EffectPayloads[EffectType]
}

/** Another effect that the case expects an answer to, named for the transition that asks. */
export function ask(context: Context, { effect, slot, payload }: Ask): Change {
  return place(context, { type: effect, slot, payload })
}

export function askAll(context: Context, asks: readonly Ask[]): Change {
  let next = context
  for (const one of asks) next = { ...next, ...ask(next, one) }
  return { open: next.open, asked: next.asked }
}

/** Asked for and given up at once: nothing is carried out until somebody resumes. */
export function askFailed(context: Context, order: Ask, failed: string): Change {
  return place(context, { type: order.effect, slot: order.slot, payload: order.payload, failed })
}

function place(context: Context, effect: OpenEffect): Change {
  const id = `${context.transition}/${context.asked}`
  return { open: { ...context.open, [id]: effect }, asked: context.asked + 1 }
}

/** Nothing asked for under this name is wanted any longer. */
export function drop(context: Context, { slot }: { readonly slot: string }): Change {
  return keepOnly(context, (effect) => effect.slot !== slot)
}

/** A final state waits for nothing but that others are told. */
export function dropAllButNotices(context: Context): Change {
  return keepOnly(context, ({ type }) => type === 'tellParent' || type === 'takeBack')
}

function keepOnly(context: Context, isKept: (effect: OpenEffect) => boolean): Change {
  const kept = Object.entries(context.open).filter(([, effect]) => isKept(effect))
  return { open: Object.fromEntries(kept) }
}

/** The answer was that it could not be done: it stays expected until it is resumed or answered late. */
export function markFailed(context: Context, failure: { effect: string; reason: string }): Change {
  if (!context.answering) return {}
  const failed = { ...context.answering, failed: failure.reason }
  return { open: { ...context.open, [failure.effect]: failed } }
}

/** Asks again, under new names, for everything that failed. */
export function repeatFailed(context: Context): Change {
  const failed = Object.values(context.open).filter(isFailed)
  const asks = failed.map(({ type, slot, payload }) => ({ effect: type, slot, payload }))
  const remaining = { ...context, ...keepOnly(context, (effect) => !isFailed(effect)) }
  return { ...askAll(remaining, asks), unsent: 0 }
}

export function isFailed(effect: OpenEffect): boolean {
  return effect.failed !== undefined
}

/** Tells the case that opened this one. Told again, the earlier word is taken back: only the last one counts. */
export function tellParent(
  context: Context,
  { notice }: { readonly notice: ParentNotice },
): Change {
  if (context.parent === null) return {}
  const slot = `tell:${notice}`
  const remaining = { ...context, ...drop(context, { slot }) }
  return ask(remaining, { effect: 'tellParent', slot, payload: { notice } })
}

/** The same, where the case that opened this one ordered it and waits for it. */
export function tellWhoOrdered(context: Context, notice: ParentNotice): Change {
  return context.ordered ? tellParent(context, { notice }) : {}
}
