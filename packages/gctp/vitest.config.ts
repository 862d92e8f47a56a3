import { defineConfig } from 'vitest/config'

// Whole tables of characters and inputs take their time on a busy machine; they end by themselves.
export default defineConfig({ test: { testTimeout: 60_000 } })
