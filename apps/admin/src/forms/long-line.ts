/** The register takes no longer line of an address. */
export const longestLine = 34

interface LongLine {
  readonly line: number
  readonly length: number
}

/** The first line that is too long, as it is typed. */
export const findLongLine = (typed: string): LongLine | undefined =>
  typed
    .split('\n')
    .map((text, place) => ({ line: place + 1, length: text.trim().length }))
    .find(({ length }) => length > longestLine)
