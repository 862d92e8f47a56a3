import { setTimeout as pause } from 'node:timers/promises'

const step = 15

/** Asks until there is an answer, or the time is over. */
export async function waitFor<T>(
  ask: () => Promise<T | undefined>,
  milliseconds: number,
): Promise<T | undefined> {
  const end = performance.now() + milliseconds
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > end) return answer
    await pause(step)
  }
}
