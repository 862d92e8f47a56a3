import type { Config } from '../config.ts'

/** One thing that an operator can have done from the command line. */
export interface Command {
  /** What may follow the word, as the usage shows it. */
  readonly takes: string
  readonly does: string
  readonly run: (order: Order) => Promise<number>
}

/** What was typed after the command's word, and where it is to be done. */
export interface Order {
  readonly words: readonly string[]
  readonly config: Config
  /** Says a line to whoever typed the command. */
  readonly say: (line: string) => void
}

/** The command was not typed as it is taken: the usage is shown. */
export class Mistyped extends Error {
  override name = 'Mistyped'
}
