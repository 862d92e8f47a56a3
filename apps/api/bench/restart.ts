import { measureRestarts } from '../src/testing/killed-product.ts'
import type { Figure } from './figures.ts'

const OPEN_CASES = 10_000

/** Seconds until the product answers after it was killed, with few open cases and with many. */
export async function measureRestart(): Promise<Figure[]> {
  const { few, many } = await measureRestarts(OPEN_CASES)
  return [
    { name: 'ready after a kill, few open cases', value: few / 1000, unit: 's' },
    {
      name: `ready after a kill, ${OPEN_CASES} open cases`,
      value: many / 1000,
      unit: 's',
      ratio: many / few,
    },
  ]
}
