import type { Form } from '../api.ts'
import type { Find, Look } from './cast.ts'
import { addDays } from './census.ts'
import type { Somebody } from './census.ts'
import type { Changes } from './changes.ts'
import { Unproven } from './outcome.ts'
import {
  sample,
  type Ask,
  type Day,
  type Earlier,
  type Leaves,
  type PastRow,
  type People,
  type Sample,
  type Trial,
  type Was,
} from './sample.ts'

/** A row as whoever works with it finds it: on somebody, of a kind, in what their history shows. */
export interface Meant {
  readonly of: Somebody
  readonly entity: string
  /** The newest that fits; where nothing is said, the newest that the operation is offered for. */
  readonly is?: (row: PastRow) => boolean
  /** Its key, where the history does not show the row. */
  readonly stamp?: (ask: Ask) => string | Promise<string>
}

type About = Meant | Somebody

/** A trial that may be of another row, somebody else's or elsewhere in the history. */
interface RowTrial<P> extends Trial<P> {
  readonly row?: (people: P, day: Day) => Meant
}

/** One operation of maintenance: how its row came to be, which row is meant, what is said, and all that changes. */
interface Upkeep<P extends People, O extends People> {
  readonly operation: string
  readonly story?: string
  readonly by: string
  readonly cast: (find: Find) => P
  readonly others: (look: Look, people: P) => O
  readonly earlier?: (people: P, day: Day) => readonly Earlier[]
  /** A late report is about somebody and no row. */
  readonly about: (people: P & O, day: Day) => About
  readonly says?: (people: P & O, day: Day) => Form
  readonly asks?: readonly string[]
  readonly changes?: (people: P & O, day: Day, was: Was) => Changes
  readonly leaves?: (people: P & O, day: Day, born: (role: string) => Somebody) => Leaves
  readonly stays?: string
  /** A row of theirs that is not where the operation looks for it. */
  readonly elsewhere?: (people: P & O, day: Day) => Meant
  /** A row of theirs ended when this one began. */
  readonly chained?: true
  /** No history shows every row of these kinds: of a key that is not found the register alone can tell. */
  readonly unshown?: true
  /** No history shows the proof: then the row is not there, the register tells that it is marked, or there is none. */
  readonly proof?: 'row' | 'refused' | 'none'
  /** Another sample of the operation tries its rules. */
  readonly plain?: true
  readonly trials?: readonly RowTrial<NoInfer<P & O>>[]
}

const reason = 'Står forkert i anmeldelsen'

/** A sample like any other, with what is tried of every operation of its kind. */
export function upkeep<P extends People, O extends People>(spec: Upkeep<P, O>): Sample {
  const { operation, about, says, earlier, trials = [], ...rest } = spec
  const { changes, leaves, asks, stays, story } = rest
  return sample<P, O>({
    event: operation,
    by: spec.by,
    cast: spec.cast,
    others: spec.others,
    ...(earlier && { earlier }),
    form: async (people, day, ask) => ({
      ...(await keysOf(operation, about(people, day), ask)),
      reason,
      ...says?.(people, day),
    }),
    trials: spec.plain
      ? []
      : [...standing(spec), ...trials.map((trial) => toTrial<P & O>(operation, trial))],
    again: spec.plain ? [] : afterwards(spec),
    ...(changes && { changes }),
    ...(leaves && { leaves }),
    ...(asks && { asks }),
    ...(stays !== undefined && { stays }),
    ...(story !== undefined && { story }),
  })
}

const dataTypeOf = (operation: string): string => operation.replace(/\..*$/, '')
const isLate = (operation: string): boolean => operation.endsWith('.report-former')

const isRow = (about: About): about is Meant => 'of' in about

async function keysOf(operation: string, about: About, ask: Ask): Promise<Form> {
  if (!isRow(about)) return { personnummer: about.pnr }
  const personnummer = about.of.pnr
  if (about.stamp !== undefined) return { personnummer, timestamp: await about.stamp(ask) }
  const { timestamp } = await rowIn(operation, about, ask)
  return { personnummer, timestamp }
}

/** The exact row, as the history shows it to whoever maintains it. */
export async function rowIn(
  operation: string,
  { of, entity, is }: Meant,
  ask: Ask,
): Promise<PastRow> {
  const look = is === undefined ? ask.history : ask.seen
  const rows = await look(of, dataTypeOf(operation))
  const fits = is ?? isOffered(operation)
  const found = rows.find((row) => row.entity === entity && fits(row))
  if (found !== undefined) return found
  const shown = rows.map((row) => `${row.entity}${row.current ? '' : '-'}${row.mark ?? ''}`)
  throw new Unproven(`${operation} finds no ${entity} in the history: ${shown.join(' ')}`)
}

const isOffered =
  (operation: string) =>
  ({ operations }: PastRow): boolean =>
    operations.some(({ id, allowed }) => id === operation && allowed)

/** What is tried of another row than the one that is meant. */
function toTrial<P>(operation: string, { row, ...trial }: RowTrial<P>): Trial<P> {
  if (row === undefined) return trial
  const { form = {}, also = [] } = trial
  return {
    ...trial,
    also: ['gap', 'neighbours', 'current', 'former', ...also],
    form: async (people, day, ask) => ({
      ...(await keysOf(operation, row(people, day), ask)),
      ...(typeof form === 'function' ? await form(people, day, ask) : form),
    }),
  }
}

const nobodys = '19010101120000000001'
const broken = '5408'

/** What is tried of every row that is corrected or taken back. */
function standing<P extends People, O extends People>(spec: Upkeep<P, O>): readonly Trial<P & O>[] {
  const { operation, elsewhere, unshown } = spec
  if (isLate(operation)) return []
  const place = isFormer(operation) ? 'former' : 'current'
  return [
    {
      rule: 'row',
      form: { timestamp: nobodys },
      ...(unshown && { receipt: broken }),
    },
    ...(elsewhere
      ? [
          {
            rule: place,
            also: ['gap', 'only-row', 'owner'],
            form: (people: P & O, day: Day, ask: Ask) =>
              keysOf(operation, elsewhere(people, day), ask),
          },
        ]
      : []),
    ...(operation.includes('.correct-') ? contentTrials(spec) : []),
  ]
}

function contentTrials<P extends People, O extends People>(
  spec: Upkeep<P, O>,
): readonly Trial<P & O>[] {
  const { operation, about, says, chained } = spec
  return [
    {
      rule: 'content',
      form: (people, day) =>
        Object.fromEntries(Object.keys(says?.(people, day) ?? {}).map((field) => [field, null])),
    },
    {
      rule: 'uncertain',
      also: dated,
      form: (_, day) => ({ startDate: `${day(-400).slice(0, 4)}0000` }),
    },
    ...(isFormer(operation) && spec.proof !== 'refused'
      ? [{ rule: 'chain', also: dated, form: (_: P & O, day: Day) => ({ startDate: day(0) }) }]
      : []),
    ...(chained
      ? [
          {
            rule: 'chain',
            also: dated,
            form: async (people: P & O, day: Day, ask: Ask) => {
              const meant = about(people, day)
              if (!isRow(meant)) throw new Unproven(`${operation} is about no row`)
              const row = await rowIn(operation, { is: isInPlace(operation), ...meant }, ask)
              const rows = await ask.seen(meant.of, dataTypeOf(operation))
              const before = rows.find((one) => isBefore(one, row))
              return { startDate: addDays(before?.start ?? '', -1) }
            },
          },
        ]
      : []),
  ]
}

/** What a day that is put right may raise besides. */
const dated = ['neighbours', 'chain', 'birth', 'marriage', 'both-held', 'law']

const isBefore = ({ end, mark, entity }: PastRow, row: PastRow): boolean =>
  mark === null && end === row.start && entity === row.entity

const isFormer = (operation: string): boolean => operation.endsWith('-former')

const isInPlace =
  (operation: string) =>
  ({ current, mark }: PastRow): boolean =>
    mark === null && current !== isFormer(operation)

/** The row that was put right or taken back stands as proof, and is nobody's to maintain. */
function afterwards<P extends People, O extends People>({
  operation,
  about,
  proof,
}: Upkeep<P, O>): readonly Trial<P & O>[] {
  if (isLate(operation) || proof === 'none') return []
  if (proof === 'row') return [{ rule: 'row' }]
  if (proof === 'refused') return [{ rule: 'marked', receipt: broken }]
  return [
    {
      rule: 'marked',
      form: (people, day, ask) => {
        const meant = about(people, day)
        return isRow(meant)
          ? keysOf(operation, { ...meant, is: ({ mark }) => mark !== null }, ask)
          : {}
      },
    },
  ]
}
