import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** A real database of its own, with everything that makes a commit durable switched on. */
export async function openBenchDatabase(): Promise<TestDatabase & { close(): Promise<void> }> {
  const { connected, directory, stop } = await openTestDatabase()
  return {
    db: () => connected.db,
    connected: () => connected,
    directory: () => directory,
    close: stop,
  }
}
