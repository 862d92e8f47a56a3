import { createClock, freshClock } from './clock.ts'
import type { Clock, ClockState } from './clock.ts'
import { createDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { createPeopleMemory } from './people-memory.ts'
import type { People, Person } from './rows.ts'
import type { Save } from './saves.ts'

/** A line of the stream of updates on one person. */
export interface LoggedUpdate {
  readonly pnr: string
  readonly timestamp: string
  readonly code: string
  readonly derivedMark: string | null
  readonly authority: string
}

export interface Applied {
  readonly seq: number
  readonly at: string
  readonly service: string
  readonly event: string
  readonly keys: Readonly<Record<string, string>>
  readonly user: string
  readonly authority: string
  readonly dialogue: string
  readonly reply: 'sent' | 'lost'
}

/** What must not be forgotten between two starts, as one value. */
export interface Image {
  readonly people: readonly Person[]
  readonly saves: readonly Save[]
  readonly log: readonly LoggedUpdate[]
  readonly applied: readonly Applied[]
  readonly waiting: readonly Waiting[]
  readonly account: Account
  readonly clock: ClockState
  readonly nextRow: number
  readonly nextSave: number
}

/** Data that wait in the register's own queue for their day. */
interface Waiting {
  readonly due: string
  readonly pnr: string
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly data: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  readonly authority: string
  readonly user: string
  readonly dialogue: string
}

export interface Account {
  readonly password: string
  readonly former: readonly string[]
  readonly wrong: number
  readonly locked: boolean
  /** When the password was changed, in real milliseconds; one that was given out does not age. */
  readonly changedAt?: number
}

/** The part of an image that one act changed. */
interface Change {
  readonly people?: readonly Person[]
  readonly saves?: readonly Save[]
  readonly log?: readonly LoggedUpdate[]
  readonly applied?: Applied
  readonly waiting?: readonly Waiting[]
  readonly account?: Account
}

export interface Store extends People {
  readonly clock: Clock
  all(): IterableIterator<Person>
  bornOn(birthDate: string): readonly Person[]
  /** Those whose home is registered on the road. */
  livingOn(municipality: string, street: string): readonly Person[]
  findSave(id: number): Save | undefined
  /** The newest save of the kind asked for that touched a row and was not taken back. */
  lastSaveOn(row: number, isMeant: (save: Save) => boolean): Save | undefined
  /** People of whom something ends by itself on that day or before. */
  endingBy(day: string): readonly Person[]
  updatesOf(pnr: string): readonly LoggedUpdate[]
  readonly applied: () => readonly Applied[]
  readonly waiting: () => readonly Waiting[]
  readonly account: () => Account
  draft(author: { readonly code: string | null; readonly authority: string }): Draft
  /** Keeps a change; when this returns it is on the disk. */
  keep(change: Change): void
  keepClock(): void
  image(): Image
}

export const emptyImage = (account: Account): Image => ({
  people: [],
  saves: [],
  log: [],
  applied: [],
  waiting: [],
  account,
  clock: freshClock,
  nextRow: 1,
  nextSave: 1,
})

/** One entry of the log: a change and the counters after it. */
export interface Entry extends Change {
  readonly clock: ClockState
  readonly nextRow: number
  readonly nextSave: number
}

/** Lines per person, in the order they came. */
function createUpdateLog(lines: readonly LoggedUpdate[]) {
  const byPerson = new Map<string, LoggedUpdate[]>()
  const add = (line: LoggedUpdate): void => {
    const own = byPerson.get(line.pnr)
    if (own === undefined) byPerson.set(line.pnr, [line])
    else own.push(line)
  }
  lines.forEach(add)
  return {
    add,
    of: (pnr: string) => byPerson.get(pnr) ?? [],
    all: () => [...byPerson.values()].flat(),
  }
}

function createMemory(image: Image) {
  const { put, ...people } = createPeopleMemory(image.people)
  const saves = new Map(image.saves.map((save) => [save.id, save]))
  const log = createUpdateLog(image.log)
  const applied = [...image.applied]
  let { waiting, account } = image
  const remember = (change: Change): void => {
    change.people?.forEach(put)
    change.saves?.forEach((save) => saves.set(save.id, save))
    change.log?.forEach(log.add)
    if (change.applied !== undefined) applied.push(change.applied)
    waiting = change.waiting ?? waiting
    account = change.account ?? account
  }
  const whole = () => ({
    people: [...people.all()],
    saves: [...saves.values()],
    log: log.all(),
    applied,
    waiting,
    account,
  })
  return {
    remember,
    image: whole,
    ...people,
    findSave: (id: number) => saves.get(id),
    lastSaveOn: (row: number, isMeant: (save: Save) => boolean) =>
      [...saves.values()].findLast(
        (save) =>
          save.undone === undefined && isMeant(save) && save.touched.some((one) => one.row === row),
      ),
    updatesOf: log.of,
    applied: () => applied,
    waiting: () => waiting,
    account: () => account,
  }
}

export function createStore(
  image: Image,
  real: () => number,
  write: (entry: Entry) => void = () => undefined,
): Store {
  const { remember, ...memory } = createMemory(image)
  const clock = createClock(real, image.clock)
  let { nextRow, nextSave } = image
  const counters = () => ({ clock: clock.state(), nextRow, nextSave })
  return {
    ...memory,
    clock,
    draft: (author) => {
      const save = nextSave++
      const numbering = { nextRow: () => nextRow++, stamp: () => clock.stamp() }
      return createDraft(
        { find: memory.find },
        { ...author, save, today: clock.today() },
        numbering,
      )
    },
    keep: (change) => {
      write({ ...change, ...counters() })
      remember(change)
    },
    keepClock: () => write(counters()),
    image: () => ({ ...memory.image(), ...counters() }),
  }
}

/** An image with the entries of a log written after it. */
export function replay(image: Image, entries: readonly Entry[]): Image {
  const last = entries.at(-1)
  const store = createStore(image, () => 0)
  for (const entry of entries) store.keep(entry)
  const { clock, nextRow, nextSave } = last ?? image
  return { ...store.image(), clock, nextRow, nextSave }
}
