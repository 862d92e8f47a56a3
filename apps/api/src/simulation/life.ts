/** One run of a process, or somebody outside who is never killed. Whatever it waits for when it dies never comes. */
export interface Life {
  readonly name: string
  /** Counts the starts. */
  readonly run: number
  isAlive: boolean
  /** The virtual moment until which it does not get a turn. */
  frozenUntil: number
}

export function createLife(name: string, run = 1): Life {
  return { name, run, isAlive: true, frozenUntil: 0 }
}
