import { defineConfig } from 'vitest/config'

// Searches and walks take their time on a busy machine; they end by themselves or say that they do not.
export default defineConfig({ test: { testTimeout: 60_000 } })
