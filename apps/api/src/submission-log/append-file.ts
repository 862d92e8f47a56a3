import { createDurableFile, type DurableFile } from './durable-file.ts'

export interface Appender {
  /** Answers once what `toText` gave for the batch would survive a power cut. */
  append(toText: (batch: number) => string): Promise<void>
  close(): Promise<void>
}

interface Waiting {
  readonly toText: (batch: number) => string
  readonly resolve: () => void
  readonly reject: (cause: unknown) => void
}

interface Place {
  readonly directory: string
  readonly nameOf: (file: number) => string
}

/** What is written at one time is made durable at one time. */
export function appendTo(place: Place): Appender {
  const waiting: Waiting[] = []
  const files = inBatches(place)
  let flushing: Promise<void> | null = null

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0)
      const cause = await files.write(batch.map(({ toText }) => toText)).then(
        () => undefined,
        (error: unknown) => error ?? new Error('not written'),
      )
      for (const one of batch) answer(one, cause)
    }
    // In one breath with the last look: what is asked for next begins anew.
    flushing = null
  }

  return {
    append: (toText) =>
      new Promise((resolve, reject) => {
        waiting.push({ toText, resolve, reject })
        flushing ??= flush()
      }),
    async close() {
      await flushing
      await files.close()
    },
  }
}

function answer({ resolve, reject }: Waiting, cause: unknown): void {
  if (cause === undefined) resolve()
  else reject(cause)
}

/**
 * A file that failed is never written to again: nobody knows what it holds from there on, and a line after a torn one
 * could not be told from damage.
 */
function inBatches({ directory, nameOf }: Place) {
  const count = { files: 0, batches: 0 }
  let current: DurableFile | null = null

  async function close(): Promise<void> {
    const last = current
    current = null
    await last?.close()
  }

  return {
    close,
    async write(batch: readonly Waiting['toText'][]): Promise<void> {
      current ??= await createDurableFile(directory, nameOf((count.files += 1)))
      const number = (count.batches += 1)
      try {
        await current.append(batch.map((toText) => toText(number)).join(''))
      } catch (error) {
        await close().catch(() => {}) // the failure that is told is the first
        throw error
      }
    },
  }
}
