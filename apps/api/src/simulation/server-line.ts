import type { QueryResult } from 'pg'

import type { SimulationServer } from './server.ts'

/** The one line to the server. What needs no answer is put off, and said together with the next statement that does. */
export interface ServerLine {
  putOff(text: string): void
  /** Puts off what time it is, if it is another than was last said. */
  tellTime(): void
  /** What was last said is no longer so: a setting goes back with everything else. */
  forgetTime(): void
  /** Nothing that is asked from now on would be answered truly. */
  breakOff(cause: unknown): void
  send(text: string, values: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>>
  /** What was told of rows that were written since this was last asked. */
  readonly takeTold: () => readonly string[]
  readonly count: () => number
}

export interface ServerLineParts {
  readonly server: Pick<SimulationServer, 'client' | 'takeTold'>
  readonly now: () => number
  /** How often the server has begun. */
  readonly starts: () => number
  /** One name for each text: the server plans it once. */
  readonly nameOf: (text: string) => string
}

export function createServerLine({ server, now, starts, nameOf }: ServerLineParts): ServerLine {
  const { client, takeTold } = server
  let unsaid = ''
  let toldNow: number | null = null
  let toldStarts: number | null = null
  let count = 0
  let broken: { readonly cause: unknown } | null = null
  const { stream } = client.connection
  const say = () => {
    if (unsaid === '') return
    // Should it fail, so does everything after it.
    client.query(unsaid).catch((cause: unknown) => void (broken ??= { cause }))
    unsaid = ''
  }
  return {
    putOff(text) {
      unsaid += text
    },
    tellTime() {
      if (toldNow === now()) return
      toldNow = now()
      unsaid += `set simulation.now = '${new Date(toldNow).toISOString()}';`
      if (toldStarts === starts()) return
      toldStarts = starts()
      unsaid += `set simulation.starts = ${toldStarts};`
    },
    forgetTime() {
      toldNow = null
      toldStarts = null
    },
    breakOff(cause) {
      broken ??= { cause }
    },
    async send(text, values) {
      if (broken) throw new Error('the server of the simulation stands no longer', broken)
      count += 1
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
