import type { AppRouter } from '@sagsgang/api'
import type { inferRouterOutputs } from '@trpc/server'

import type { Form } from '../api.ts'
import type { TrueRow } from '../control.ts'
import type { Find, Look } from './cast.ts'
import type { Somebody } from './census.ts'
import type { Changes } from './changes.ts'

export type People = Readonly<Record<string, Somebody | readonly Somebody[]>>

/** The day so many days from today. */
export type Day = (offset: number) => string

/** What only the register can tell. */
export interface Ask {
  /** Rows of a table of a look-up, by wire code. */
  (
    service: string,
    table: string,
    keys: Record<string, string>,
  ): Promise<readonly Readonly<Record<string, string>>[]>
  /** Everything that a kind of data says and has said of somebody, newest first. */
  readonly history: History
  /** The same as anybody else sees it: nobody may look often. */
  readonly seen: History
  /** The key of the row that a case wrote on somebody, as the register's receipt gave it. */
  readonly receipt: (person: Somebody, event: string) => Promise<string>
}

type History = (person: Somebody, dataType: string) => Promise<readonly PastRow[]>

export type PastRow = inferRouterOutputs<AppRouter>['register']['history']['rows'][number]

/** Somebody's valid rows of a kind as they were before, the oldest first. */
export type Was = (somebody: Somebody, entity: string) => readonly TrueRow[]

export type Columns = Readonly<Record<string, string | boolean | readonly string[] | null>>

/** Columns that somebody's current row of a kind holds afterwards; null where there is no such row. */
export type Leaves = readonly (readonly [Somebody, Readonly<Record<string, Columns | null>>])[]

/** One fact that differs from the sound ones, and the rule that it must raise. */
export interface Trial<P> {
  /** The rule's own name inside its event. */
  readonly rule: string
  /** What is filled in otherwise; null clears. */
  readonly form?: Form | ((people: P, day: Day, ask: Ask) => Form | Promise<Form>)
  /** Demo identity that reports instead. */
  readonly by?: string
  /** Other rules that this fact cannot but raise too. */
  readonly also?: readonly string[]
  /** Judged by the register alone: the code of its refusal. */
  readonly receipt?: string
}

/** An event that must have happened before. */
export interface Earlier {
  readonly event: string
  /** Demo identity that reports it. */
  readonly by: string
  readonly form: Form
  /** What only the register can tell, asked when it is reported. */
  readonly asked?: (ask: Ask) => Promise<Form>
}

/** Who and what an event is proven on. */
export interface Spec<P extends People, O extends People> {
  readonly event: string
  /** Tells it from other samples of the same event. */
  readonly story?: string
  /** Demo identity that reports: see `identities` of the api. */
  readonly by: string
  /** Those whom the event changes: nobody else's. */
  readonly cast: (find: Find) => P
  /** Those who are only looked at, by trials. */
  readonly others: (look: Look, people: P) => O
  /** Reported and accepted first, in order. */
  readonly earlier?: (people: P, day: Day) => readonly Earlier[]
  readonly form: (people: P & O, day: Day, ask: Ask) => Form | Promise<Form>
  /** Names of the rules that the sound facts raise: warnings and declarations, confirmed with a reason. */
  readonly asks?: readonly string[]
  readonly leaves?: (people: P & O, day: Day, born: (role: string) => Somebody) => Leaves
  /** All that changes, on everybody; given in place of what it leaves. */
  readonly changes?: (people: P & O, day: Day, was: Was) => Changes
  /** The blocker that keeps it from being taken back. */
  readonly stays?: string
  /** Before the event: nothing may be written by any of them. */
  readonly trials: readonly Trial<P & O>[]
  /** Once the event is accepted: what may not happen twice. */
  readonly again?: readonly Trial<P & O>[]
}

/** A sample with its people: what is left to do needs no types of its own. */
export interface Cast {
  /** Those whom the event changes. */
  readonly own: readonly Somebody[]
  /** With those who are only looked at. */
  readonly people: () => readonly Somebody[]
  readonly earlier: (day: Day) => readonly Earlier[]
  readonly look: (look: Look) => void
  readonly form: (day: Day, ask: Ask) => Promise<Form>
  readonly change: (trial: BoundTrial, day: Day, ask: Ask) => Promise<Form>
  readonly leaves: (day: Day, born: (role: string) => Somebody) => Leaves
  /** Undefined where a sample says what it leaves instead. */
  readonly changes: (day: Day, was: Was) => Changes | undefined
}

export interface BoundTrial extends Omit<Trial<never>, 'form'> {
  readonly when: 'before' | 'after'
  readonly place: number
}

export interface Sample {
  readonly event: string
  readonly title: string
  readonly by: string
  readonly asks: readonly string[]
  readonly stays: string | null
  readonly trials: readonly BoundTrial[]
  readonly cast: (find: Find) => Cast
}

const bound = <P>(trials: readonly Trial<P>[], when: 'before' | 'after'): readonly BoundTrial[] =>
  trials.map(({ form: _form, ...trial }, place) => ({ ...trial, when, place }))

/** Seals the names of its people: the runner plays every sample alike. */
export function sample<P extends People, O extends People>(spec: Spec<P, O>): Sample {
  const { event, story, by, asks = [], stays = null, trials, again = [] } = spec
  return {
    event,
    title: story === undefined ? event : `${event} (${story})`,
    by,
    asks,
    stays,
    trials: [...bound(trials, 'before'), ...bound(again, 'after')],
    cast: (find) => bind(spec, spec.cast(find)),
  }
}

function bind<P extends People, O extends People>(spec: Spec<P, O>, people: P): Cast {
  let others: O | undefined
  const all = (): P & O => {
    if (others === undefined) throw new Error('nobody has looked for the others yet')
    return { ...people, ...others }
  }
  const tables = { before: spec.trials, after: spec.again ?? [] }
  const listed = (named: People) => Object.values(named).flat()
  return {
    own: listed(people),
    people: () => listed(all()),
    earlier: (day) => spec.earlier?.(people, day) ?? [],
    look: (look) => {
      others = spec.others(look, people)
    },
    form: async (day, ask) => spec.form(all(), day, ask),
    change: async ({ when, place }, day, ask) => {
      const change = tables[when][place]?.form ?? {}
      return typeof change === 'function' ? change(all(), day, ask) : change
    },
    leaves: (day, born) => spec.leaves?.(all(), day, born) ?? [],
    changes: (day, was) => spec.changes?.(all(), day, was),
  }
}
