import { damaged } from './backup-seal.ts'

/** Takes a stream of bytes apart; whatever ends too soon is a damaged archive. */
export interface ByteReader {
  exactly(length: number): Promise<Buffer>
  /** Up to the next line's end, which is left out. */
  line(): Promise<Buffer>
  isAtEnd(): Promise<boolean>
  /** Everything that is left. */
  rest(): AsyncIterable<Buffer>
}

const LONGEST_LINE = 1_048_576
const LINE_END = 10

export function readBytes(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }

  function take(length: number): Buffer {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }

  return {
    async exactly(length) {
      while (held.length < length) if (!(await more())) throw damaged()
      return take(length)
    },
    async line() {
      while (!held.includes(LINE_END)) {
        if (held.length > LONGEST_LINE || !(await more())) throw damaged()
      }
      const line = take(held.indexOf(LINE_END))
      take(1)
      return line
    },
    async isAtEnd() {
      while (held.length === 0) if (!(await more())) return true
      return false
    },
    async *rest() {
      while (held.length > 0 || (await more())) yield take(held.length)
    },
  }
}
