/** A measured value, and how it stands to another one measured in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
  /** What the ratio is to, where it is not the bare thing. */
  readonly to?: string
}

/** Runs per second of something synchronous, after a warm-up. */
export function perSecond(run: () => void, milliseconds = 1000): number {
  repeat(run, milliseconds / 4)
  return repeat(run, milliseconds)
}

function repeat(run: () => void, milliseconds: number): number {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < milliseconds) {
    run()
    count += 1
  }
  return (count * 1000) / (performance.now() - started)
}

/** Runs per second with so many at a time, each lane one after the other. */
export async function perSecondAtOnce(
  lanes: number,
  run: (lane: number) => Promise<void>,
  milliseconds = 2000,
): Promise<number> {
  const started = performance.now()
  let count = 0
  const lane = async (index: number) => {
    while (performance.now() - started < milliseconds) {
      await run(index)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return (count * 1000) / (performance.now() - started)
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, ratio, to = 'bare' }) => [
    name,
    `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)} × ${to}`,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '))
    .join('\n')
}
