import type { Outcome } from './outcome.ts'

/** What went wrong in journeys that were played, each named. */
export function failuresIn(played: readonly Outcome[]): readonly string[] {
  return played.flatMap(({ journey, failure }) =>
    failure === null ? [] : [`${journey}: ${failure}`],
  )
}

/** The same of the journeys meant of one sample: at least one must have been played. */
export function failuresOf(
  outcomes: readonly Outcome[],
  title: string,
  isMeant: (journey: string) => boolean,
): readonly string[] {
  const played = outcomes.filter((one) => one.title === title && isMeant(one.journey))
  if (played.length === 0) throw new Error(`nothing is played of ${title}`)
  return failuresIn(played)
}
