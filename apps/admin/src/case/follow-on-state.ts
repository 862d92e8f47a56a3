import type { TagProps } from '@navikt/ds-react'

import { da } from '../texts/da.ts'
import type { Texts } from '../texts/use-texts.ts'

type Colour = NonNullable<TagProps['data-color']>

const colours: Partial<Record<string, Colour>> = {
  due: 'warning',
  open: 'info',
  settled: 'success',
}

const isKnown = (state: string): state is keyof typeof da.followOns.states =>
  state in da.followOns.states

/** The last part of the state is what people know it by. */
export const followOnState = (state: string, t: Texts['t']) => {
  const word = state.split('/').at(-1) ?? state
  return {
    colour: colours[word] ?? 'neutral',
    name: isKnown(word) ? t(`followOns.states.${word}`) : word,
  }
}

const isKnownReason = (reason: string): reason is keyof typeof da.followOns.reasons =>
  reason in da.followOns.reasons

/** A word of the machine's, or what a person wrote when letting it go. */
export const followOnReason = (reason: string, t: Texts['t']): string =>
  isKnownReason(reason) ? t(`followOns.reasons.${reason}`) : `»${reason}«`

export const asSentence = (words: string): string =>
  `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`

/** A condition as somebody would ask it. */
export const asQuestion = (words: string): string => `${asSentence(words)}?`
