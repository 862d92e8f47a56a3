import { TRPCClientError } from '@trpc/client'

import type { Outcome } from './outcome.ts'
import { Unproven } from './outcome.ts'
import type { Journey } from './play-family.ts'
import { playSound } from './play-sound.ts'
import { playTrial, type Tried } from './play-trial.ts'
import type { Part } from './prepare.ts'
import type { BoundTrial } from './sample.ts'
import { slipsOf } from './slips.ts'
import type { Theatre } from './theatre.ts'

/** The journeys of one sample at one stage: what is tried before the event, the event itself, what is tried after it. */
export function playPart(
  theatre: Theatre,
  part: Part,
  stage: 'before' | 'sound' | 'after',
): readonly Journey[] {
  if (stage === 'sound') return [() => told(part, 'sound', () => sound(theatre, part))]
  return part.sample.trials
    .filter(({ when }) => when === stage)
    .map((trial) => () => told(part, journeyOf(trial), () => tried(theatre, part, trial)))
}

/** One rule may be tried twice. */
export const journeyOf = ({ rule, when, place }: BoundTrial): string => `${rule} ${when} ${place}`

/** What is tried of every event alike, and somebody whose authority may not report it. */
export function playSlips(
  theatre: Theatre,
  part: Part,
  isExcused: (rule: string) => boolean,
): readonly Journey[] {
  const { event, form, cast, sample } = part
  const slips = slipsOf({ event, sound: form, day: theatre.census.day, stock: theatre.stock })
  const journeys = slips.map((slip) => ({
    ...slip,
    raises: slip.raises.filter((rule) => !isExcused(rule)),
  }))
  return [
    () => told(part, 'slip: somebody of another authority', () => turnedAway(theatre, part)),
    ...journeys
      .filter(({ raises }) => raises.length > 0)
      .map(({ title, form: slipped, raises }) => () => {
        const attempt = { event: event.event, by: sample.by, form: slipped, raises, besides: null }
        return told(part, `slip: ${title}`, () => playTrial(theatre, cast, attempt))
      }),
  ]
}

async function sound(theatre: Theatre, { sample, cast, form }: Part): Promise<Tried> {
  return { raised: await playSound(theatre, sample, cast, form), isJudged: true }
}

async function tried(theatre: Theatre, part: Part, trial: BoundTrial): Promise<Tried> {
  const { sample, cast, form, event } = part
  const by = trial.by ?? sample.by
  const change = await cast.change(trial, theatre.census.day, theatre.ask(by))
  const full = (rule: string) => `${event.event}.${rule}`
  const raises = trial.receipt === undefined ? full(trial.rule) : `receipt.${trial.receipt}`
  const found = await playTrial(theatre, cast, {
    event: event.event,
    by,
    form: { ...form, ...change },
    raises: [raises],
    besides: [...sample.asks, ...(trial.also ?? [])].map(full),
    ...(trial.receipt !== undefined && { receipt: trial.receipt }),
  })
  return trial.receipt === undefined
    ? found
    : { ...found, raised: [...found.raised, full(trial.rule)] }
}

/** The rule about access is kept at the door: there is no case to find it in. */
async function turnedAway({ as, catalogue }: Theatre, { event, form }: Part): Promise<Tried> {
  const stranger = catalogue.strangerTo(event.event)
  if (stranger === undefined) throw new Unproven('everybody may report it')
  try {
    await as(stranger).open(event.event, form)
  } catch (error) {
    if (isRefusal(error)) return { raised: [`${event.event}.access`], isJudged: false }
    throw error
  }
  throw new Unproven('a stranger was let in')
}

const isRefusal = (error: unknown): boolean =>
  error instanceof TRPCClientError && JSON.stringify(error.data).includes('"authorityNotReporter"')

/** Whatever happens on the way, the journey has an outcome. */
async function told(
  { event, sample }: Part,
  journey: string,
  play: () => Promise<Tried>,
): Promise<Outcome> {
  const head = { event: sample.event, title: sample.title, journey }
  try {
    const { raised, isJudged } = await play()
    const rules = event.rules.map(({ id }) => id)
    const passed = isJudged ? rules.filter((rule) => !raised.includes(rule)) : []
    return { ...head, failure: null, raised, passed }
  } catch (error) {
    const failure = error instanceof Error ? error.message : 'unknown'
    return { ...head, failure, raised: [], passed: [] }
  }
}
