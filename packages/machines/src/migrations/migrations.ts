import type { Migration } from './migration.ts'

/** Every migration there is, kept as long as a case of the version that it leaves may be open somewhere. */
export const migrations: readonly Migration[] = []
