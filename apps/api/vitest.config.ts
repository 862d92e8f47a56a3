import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Files with a database of their own share the machine: slow is not broken.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
