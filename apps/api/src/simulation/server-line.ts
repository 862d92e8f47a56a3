import type { QueryResult } from 'pg'

import type { SimulationServer } from './server.ts'

/** The one line to the server. What needs no answer is put off, and said together with the next statement that does. */
export interface ServerLine {
  putOff(text: string): void
  /** What time it is was said, and is no longer so: a setting goes back with everything else. */
  forgetTime(): void
  /** Nothing that is asked from now on would be answered truly. */
  breakOff(cause: unknown): void
  /** As of a moment, which is said where the text asks for it and it was not said before. */
  send(said: Said): Promise<QueryResult<Record<string, unknown>>>
  /** What was told of rows that were written since this was last asked. */
  readonly takeTold: () => readonly string[]
  readonly count: () => number
}

interface Said {
  readonly text: string
  readonly values: readonly unknown[]
  readonly at: number
}

export interface ServerLineParts {
  readonly server: Pick<SimulationServer, 'client' | 'takeTold'>
  /** How often the server has begun. */
  readonly starts: () => number
  /** One name for each text: the server plans it once. */
  readonly nameOf: (text: string) => string
}

// Functions of the database that ask for it themselves among them.
const ASKS_TIME = /\bnow\(\)|\bclock_timestamp\(|\bpg_postmaster_start_time\(|\bwrite_step\(/u

export function createServerLine({ server, starts, nameOf }: ServerLineParts): ServerLine {
  const { client, takeTold } = server
  const told: { at: number | null; starts: number | null } = { at: null, starts: null }
  let unsaid = ''
  let count = 0
  let broken: { readonly cause: unknown } | null = null
  const { stream } = client.connection
  const say = () => {
    if (unsaid === '') return
    // Should it fail, so does everything after it.
    client.query(unsaid).catch((cause: unknown) => void (broken ??= { cause }))
    unsaid = ''
  }
  const tellTime = (at: number) => {
    if (told.at !== at) unsaid += `set simulation.now = '${new Date(at).toISOString()}';`
    if (told.starts !== starts()) unsaid += `set simulation.starts = ${starts()};`
    Object.assign(told, { at, starts: starts() })
  }
  return {
    putOff(text) {
      unsaid += text
    },
    forgetTime() {
      Object.assign(told, { at: null, starts: null })
    },
    breakOff(cause) {
      broken ??= { cause }
    },
    async send({ text, values, at }) {
      if (broken) throw new Error('the server of the simulation stands no longer', broken)
      count += 1
      if (ASKS_TIME.test(text)) tellTime(at)
      stream.cork()
      say()
      const result = client.query({ text, values: [...values], name: nameOf(text) })
      stream.uncork()
      return result
    },
    takeTold,
    count: () => count,
  }
}
