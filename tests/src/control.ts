import { z } from 'zod'

/** The development register's control addresses: the truth that the engine is held against. */

const row = z.looseObject({
  current: z.boolean(),
  mark: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  derivedMark: z.string().nullish(),
})
const person = z.object({ pnr: z.string(), rows: z.record(z.string(), z.array(row)) })
const people = z.array(
  z.object({
    pnr: z.string(),
    status: z.string(),
    civilStatus: z.string().nullable(),
    birthDate: z.string(),
    sex: z.string(),
    municipality: z.string().nullable(),
  }),
)
const applied = z.array(
  z.object({
    seq: z.number(),
    service: z.string(),
    keys: z.record(z.string(), z.string()),
    user: z.string(),
    dialogue: z.string(),
    reply: z.enum(['sent', 'lost']),
  }),
)
const clock = z.object({ now: z.string() })

export type TrueRow = z.infer<typeof row>
export type TruePerson = z.infer<typeof person>
export type Listed = z.infer<typeof people>[number]

export function createControl(url: string) {
  const read = async <T>(path: string, shape: z.ZodType<T>): Promise<T> => {
    const response = await fetch(`${url}/control/${path}`)
    if (!response.ok) throw new Error(`control answered ${response.status}`)
    return shape.parse(await response.json())
  }
  const write = async (path: string, method: 'PUT' | 'POST', body: object) => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`control answered ${response.status}`)
  }
  return {
    person: (pnr: string) => read(`person/${pnr}`, person),
    people: (query: string) => read(`people?${query}`, people),
    applied: (after = 0) => read(`applied?after=${after}`, applied),
    faults: (faults: object) => write('faults', 'PUT', faults),
    advance: (advance: { days?: number; seconds?: number }) => write('clock', 'PUT', { advance }),
    reset: () => write('reset', 'POST', {}),
    /** The day so many days from today, by the register's clock. */
    day: async (offset: number) => {
      const at = new Date((await read('clock', clock)).now)
      at.setUTCDate(at.getUTCDate() + offset)
      return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
        .format(at)
        .replaceAll('-', '')
    },
  }
}

export type Control = ReturnType<typeof createControl>

export const currentRow = ({ rows }: TruePerson, entity: string): TrueRow | undefined =>
  rows[entity]?.find(({ current, mark }) => current && mark === null)

/** Rows that take part in the chain: what an undo must leave as it was. */
export const validRows = ({ rows }: TruePerson) =>
  Object.fromEntries(
    Object.entries(rows).map(([entity, list]) => [
      entity,
      list.filter(({ mark }) => mark === null),
    ]),
  )

export const markedRows = ({ rows }: TruePerson) =>
  Object.values(rows)
    .flat()
    .filter(({ mark }) => mark !== null)
