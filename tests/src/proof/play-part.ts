import { TRPCClientError } from '@trpc/client'

import { Unproven, type Journey, type Outcome } from './outcome.ts'
import { playSound, type Reported } from './play-sound.ts'
import { playTrial, type Tried } from './play-trial.ts'
import { playUndone } from './play-undone.ts'
import type { Part } from './prepare.ts'
import type { BoundTrial, Sample } from './sample.ts'
import { slipsOf } from './slips.ts'
import type { Theatre } from './theatre.ts'

/** What is tried on a sample's people before its event, or after it. */
export function playTrials(
  theatre: Theatre,
  part: Part,
  stage: 'before' | 'after',
): readonly Journey[] {
  return part.sample.trials
    .filter(({ when }) => when === stage)
    .map((trial) => () => told(part, journeyOf(trial), () => tried(theatre, part, trial)))
}

/** The event itself; what came of it is kept for whoever takes it back. */
export function playEvent(theatre: Theatre, part: Part, kept: Kept): Journey {
  return () =>
    told(part, 'sound', async () => {
      const reported = await playSound(theatre, part)
      kept.set(part.sample, reported)
      return { raised: reported.asked, isJudged: true }
    })
}

/** Only what was reported can be taken back. */
export function playUndo(theatre: Theatre, part: Part, kept: Kept): readonly Journey[] {
  const reported = kept.get(part.sample)
  if (reported === undefined) return []
  return [
    () =>
      told(part, 'undone', async () => {
        await playUndone(theatre, part.sample, reported)
        return { raised: [], isJudged: false }
      }),
  ]
}

export type Kept = Map<Sample, Reported>

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
