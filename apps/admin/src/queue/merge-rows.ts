interface Row {
  readonly caseId: string
}

/** What stands on the screen. Rows keep their place under the pointer: they change, they do not move. */
export interface Shown<R extends Row> {
  readonly rows: readonly R[]
  /** Rows that have come since, waiting to be asked for. */
  readonly waiting: readonly R[]
}

export const showAll = <R extends Row>(latest: readonly R[]): Shown<R> => ({
  rows: latest,
  waiting: [],
})

/** The rows on the screen as they are now, and those that have come since. */
export const mergeRows = <R extends Row>(shown: readonly R[], latest: readonly R[]): Shown<R> => {
  const byId = new Map(latest.map((row) => [row.caseId, row]))
  const known = new Set(shown.map(({ caseId }) => caseId))
  return {
    rows: shown.map((row) => byId.get(row.caseId) ?? row),
    waiting: latest.filter(({ caseId }) => !known.has(caseId)),
  }
}
