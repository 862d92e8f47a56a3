import type { ExpectedChange } from './expectations.ts'

/** What should stand once a save is taken back, from what it wrote: the same form, so that it is compared the same way. */
export function predictUndo(applied: readonly ExpectedChange[]): readonly ExpectedChange[] {
  const annulled = new Set(applied.filter(isCreation).map(({ party }) => party))
  return (
    applied
      // Of somebody whose number is annulled, the number is all there is to see.
      .filter((change) => isCreation(change) || !annulled.has(change.party))
      .map((change) => inverses[change.change](change))
      .toReversed()
  )
}

function isCreation({ change }: ExpectedChange): boolean {
  return change === 'create'
}

const inverses: Readonly<
  Record<ExpectedChange['change'], (change: ExpectedChange) => ExpectedChange>
> = {
  append: (change) => (change.startBefore === null ? takenAway(change) : givenBack(change)),
  end: givenBack,
  annul: givenBack,
  set: (change) =>
    // Where there was no row to write over, a row was begun.
    change.startBefore === null && change.start !== null ? takenAway(change) : writtenBack(change),
  create: (change) => ({
    ...change,
    change: 'set',
    columns: { status: '30' },
    before: { status: change.columns['status'] ?? null },
    start: null,
  }),
}

/** A first row is no more. */
function takenAway(change: ExpectedChange): ExpectedChange {
  return { ...change, change: 'end', before: change.columns, end: change.start }
}

function writtenBack(change: ExpectedChange): ExpectedChange {
  const { columns, before, endBefore = null } = change
  return { ...change, columns: before, before: columns, start: null, end: endBefore }
}

/** The row that stood before stands again, to the end that it was to have. */
function givenBack(change: ExpectedChange): ExpectedChange {
  const { columns, before, start, startBefore, endBefore = null } = change
  return {
    ...change,
    change: 'append',
    columns: before,
    before: columns,
    start: startBefore,
    startBefore: start,
    end: endBefore,
  }
}
