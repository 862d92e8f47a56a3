import { accessSync, constants, mkdirSync } from 'node:fs'

import { CONFIGURATION_EXIT, StartRefused } from './start-refused.ts'

/** Said at once and in a sentence: everything else that is kept lies in here. */
export function prepareDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartRefused(
      'DATA_DIR must be a directory that can be made and written to',
      CONFIGURATION_EXIT,
      { cause },
    )
  }
}
