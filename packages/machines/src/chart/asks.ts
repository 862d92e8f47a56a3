import type { EffectPayloads, EffectType } from '../effects.ts'
import type { Context } from '../snapshot.ts'
import type { On, Part } from './kit.ts'

type Payload<E extends EffectType> = (context: Context) => EffectPayloads[E]

const nothing = () => ({})

/** The action by which a state asks for an effect. */
export function ask<E extends EffectType>(effect: E, payload: Payload<E>) {
  return {
    type: 'ask',
    params: ({ context }: { readonly context: Context }) => ({
      effect,
      slot: 'work',
      payload: payload(context),
    }),
  } as const
}

export const dropWork = { type: 'drop', params: { slot: 'work' } } as const

/** A state that asks for one effect when it is entered and no longer wants its answer once it is left. */
export function asking<E extends EffectType>(effect: E, on: On, payload?: Payload<E>): Part {
  return { entry: ask<EffectType>(effect, payload ?? nothing), exit: dropWork, on }
}
