import { eachAtOnce } from './at-once.ts'
import type { Journey, Outcome } from './outcome.ts'
import { playEvent, playSlips, playTrials, playUndo, type Kept } from './play-part.ts'
import { bringOn, type Fallen } from './prepare.ts'
import type { Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'

/** Samples of events that are alike, played in one register. */
export interface Family {
  readonly name: string
  readonly samples: readonly Sample[]
}

/**
 * All trials come before any event, as they only read: so nobody spoils another's. `isExcused` names the rules that need
 * no slip, because a trial of their own or a reason is there.
 */
export async function playFamily(
  theatre: Theatre,
  family: Family,
  isExcused: (rule: string) => boolean,
): Promise<readonly Outcome[]> {
  const { parts, fallen } = await bringOn(theatre, family.samples)
  const firsts = parts.filter(
    ({ sample }, place) => parts.findIndex((part) => part.sample.event === sample.event) === place,
  )
  const tried = new Set(
    family.samples.flatMap(({ event, trials }) => trials.map(({ rule }) => `${event}.${rule}`)),
  )
  const before = [
    ...parts.flatMap((part) => playTrials(theatre, part, 'before')),
    ...firsts.flatMap((part) =>
      playSlips(theatre, part, (rule) => tried.has(rule) || isExcused(rule)),
    ),
  ]
  const kept: Kept = new Map()
  return [
    ...fallen.map(toOutcome),
    ...(await playSilently(theatre, family, before)),
    ...(await playAll(parts.map((part) => playEvent(theatre, part, kept)))),
    ...(await playSilently(
      theatre,
      family,
      parts.flatMap((part) => playTrials(theatre, part, 'after')),
    )),
    ...(await playAll(parts.flatMap((part) => playUndo(theatre, part, kept)))),
  ]
}

/** The register's own list of updates is the proof that trials wrote nothing, on anybody. */
async function playSilently(
  { control }: Theatre,
  { name }: Family,
  journeys: readonly Journey[],
): Promise<readonly Outcome[]> {
  const { length } = await control.applied()
  const outcomes = await playAll(journeys)
  const written = (await control.applied()).slice(length)
  const failure =
    written.length === 0 ? null : `updates: ${written.map(({ service }) => service).join(', ')}`
  const silence = { event: name, title: name, journey: silent, failure, raised: [], passed: [] }
  return [...outcomes, silence]
}

/** The journey that tells whether all trials together wrote anything. */
export const silent = 'silence'

const playAll = (journeys: readonly Journey[]): Promise<readonly Outcome[]> =>
  eachAtOnce(journeys, (journey) => journey())

const toOutcome = ({ sample, reason }: Fallen): Outcome => ({
  event: sample.event,
  title: sample.title,
  journey: 'sound',
  failure: reason,
  raised: [],
  passed: [],
})
