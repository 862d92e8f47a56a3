import { defineConfig } from 'vitest/config'

// Each of these fills the machine: it kills processes in the midst of their work, or tells how many share it.
const alone = ['journeys/{backup,chaos,fleet,kill,kill-undo,rolling}.test.ts']
// First, as whatever is begun last is waited for.
const long = ['journeys/{blockers,events,maintenance}.test.ts']
const all = ['{src,journeys,cluster}/**/*.test.ts']

/** Files at a time, each with a product of its own, once the group before has ended. */
function group(name: string, groupOrder: number, files: { include: string[]; exclude?: string[] }) {
  const maxWorkers = name === 'alone' ? 1 : 2
  return { extends: true, test: { name, ...files, maxWorkers, sequence: { groupOrder } } } as const
}

export default defineConfig({
  test: {
    // Whatever stands still is told sooner by whoever waits for it; slow is not broken.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      group('long', 0, { include: long }),
      group('short', 1, { include: all, exclude: [...long, ...alone] }),
      group('alone', 2, { include: alone }),
    ],
  },
})
