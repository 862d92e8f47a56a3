/** What a journey came to: why it is no proof, or which rules it proved to be raised and to be let pass. */
export interface Outcome {
  readonly event: string
  /** Of the sample. */
  readonly title: string
  /** `sound`, `slip: …`, or the rule that is tried. */
  readonly journey: string
  readonly failure: string | null
  /** Rule ids in full. */
  readonly raised: readonly string[]
  /** Judged and not raised. */
  readonly passed: readonly string[]
}

export type Journey = () => Promise<Outcome>

/** A journey that is no proof: its message says what was found instead, by rules and words alone. */
export class Unproven extends Error {
  override name = 'Unproven'
}

export function expectSame(
  what: string,
  found: readonly string[],
  wanted: readonly string[],
): void {
  const surplus = found.filter((one) => !wanted.includes(one))
  const missing = wanted.filter((one) => !found.includes(one))
  const words = [
    ...(surplus.length > 0 ? [`more: ${surplus.join(', ')}`] : []),
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
  ]
  if (words.length > 0) throw new Unproven(`${what}; ${words.join('; ')}`)
}
