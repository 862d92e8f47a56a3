import type { Entity } from './entities.ts'
import type { Text } from './text.ts'

/**
 * What an event writes in the register, as data. The register applies it, a case predicts it, and the read-back is
 * compared with the prediction: three readers, each with an interpreter of its own, so that none inherits another's mistake.
 */
export interface EventEffect {
  readonly party: string
  readonly entity: Entity
  readonly operation: EffectOperation
  /** Columns of the row written. */
  readonly set?: Readonly<Record<string, Value>>
  /** Start of the row written, or end of the row ended; the event's date unless given. */
  readonly from?: Value
  /** End of the row written, where it is known ahead: the row stays current until that day. */
  readonly until?: Value
  /** Which of several current rows is meant. */
  readonly row?: Readonly<Record<string, Value>>
  /** Time stamp of the row meant, where the form names the very row. */
  readonly rowAt?: Value
  /** A field that holds a list: carried out once for each of its items, which `{ item }` speaks of. */
  readonly each?: string
  readonly when?: Condition
  /** Mark on rows of others: `ÆG` spouse, `MO` mother … */
  readonly derivedMark?: Value
  readonly text: Text
}

export type EffectOperation =
  /** A free personnummer is taken for birth date and sex. */
  | 'assign'
  | 'create'
  /** A new current row; the former row of the same kind (and key) ends at the same moment. */
  | 'appendRow'
  /** The current row gets an end, if there is one; columns of `set` are written on it as it ends. */
  | 'endRow'
  /** Every current row of the kind ends. */
  | 'endRows'
  /** Columns of the current row are written over; no history. */
  | 'set'
  | 'setStatus'
  /** The current row is marked A with a zero-length period: it stood on a wrong footing. */
  | 'annulRow'
  /** A closed number is valid again: it no longer points at another. */
  | 'reopen'
  /** The number that pointed here no longer does; nothing of this person's own rows changes. */
  | 'removeFormer'
  /** A right that other rows give is worked out anew; nothing is written. */
  | 'review'
  /** Nothing changes, stated on purpose. */
  | 'keep'

export type Value =
  | string
  | null
  | { readonly field: string }
  /** One line, from 1 on, of a field of lines. */
  | { readonly field: string; readonly line: number }
  /** Of the item that the effect is carried out for. */
  | { readonly item: 'relation' | 'personnummer' }
  /** The personnummer of a party. */
  | { readonly pnrOf: string }
  /** A column of the party's current row; with `onEventDate`, of the row that stood on the event's date. */
  | {
      readonly current: Entity
      readonly of: string
      readonly column: string
      readonly onEventDate?: true
    }
  /** A column of the row that stood before the party's current one; null where there was none. */
  | { readonly previous: Entity; readonly of: string; readonly column: string }
  /** When the party's current row begins or ends, or its time stamp; with `row`, of the one whose columns hold these values. */
  | {
      readonly detail: 'start' | 'end' | 'timestamp'
      readonly ofRow: Entity
      readonly of: string
      readonly row?: Readonly<Record<string, Value>>
    }
  | { readonly choose: readonly Choice[]; readonly otherwise: Value }
  /** The first value that is not empty. */
  | { readonly first: readonly Value[] }
  | { readonly derive: Derivation; readonly of: string }

export interface Choice {
  readonly when: Condition
  readonly value: Value
}

/** Values that no column holds as such; each interpreter works them out by itself. */
export type Derivation =
  /** First names and surname of the party's name after this event, `Surname,First names`, at most 34 characters. */
  | 'addressingName'
  /** 01, 03, 05 or 07 by municipality and road code of the party's address after this event. */
  | 'residenceStatus'
  /** Birth date by the party's number, as YYYYMMDD. */
  | 'birthDate'
  /** M or K by the party's number. */
  | 'sex'
  /** The party's current civil-status row, named by its start: YYYYMMDDhhmm with a time of 0000. */
  | 'civilStatusReference'

export type Condition =
  | { readonly field: string; readonly given: boolean }
  | { readonly field: string; readonly in: readonly (string | boolean)[] }
  /** A list of so many items. */
  | { readonly field: string; readonly items: number }
  /** The party is somebody with a number in the register. */
  | { readonly party: string; readonly known: boolean }
  /**
   * The party has a current row of the kind; with `column`, one whose column holds one of the values; with `onEventDate`,
   * a row that stood on the event's date.
   */
  | {
      readonly party: string
      readonly has: Entity
      readonly column?: string
      readonly in?: readonly Value[]
      readonly onEventDate?: true
    }
  | { readonly party: string; readonly status: readonly string[] }
  /** By the party's number. */
  | { readonly party: string; readonly sex: 'M' | 'K' }
  | { readonly item: 'relation' | 'personnummer'; readonly in: readonly string[] }
  | { readonly item: 'relation' | 'personnummer'; readonly given: boolean }
  /** Younger than this many years on the event's date. */
  | { readonly party: string; readonly under: number }
  /** The party's two parents are registered at one address once the event is done. */
  | { readonly parentsTogether: string }
  /** The first value differs from the second. */
  | { readonly value: Value; readonly differsFrom: Value }
  /** The addressing name is what the name gives: nobody set it by hand. */
  | { readonly addressingNameDerived: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** What tells the reports of an event from those of others that share its service, over the wire alone. */
export type ReportMark =
  | { readonly code: string; readonly given: boolean }
  | { readonly holds: Condition }

/** How the people that an event concerns are found. */
export type PartySource =
  | { readonly field: string }
  /** The spouse or partner in the current civil-status row. */
  | { readonly spouseOf: string }
  /** With `and`, children of both. */
  | { readonly childrenOf: string; readonly and?: string; readonly under?: number }
  | { readonly parentOf: string; readonly relation: 'mother' | 'father' }
  /** Holders of parental authority over those of the party who are minors. */
  | { readonly holdersOf: string }
  /** Everybody of these parties, younger than so many years. */
  | { readonly anyOf: readonly string[]; readonly under: number }
  /** Who has the same fact in a row of theirs as the row that the party's case is about: spouse, parent or child. */
  | { readonly mirroredFrom: string }
  /** Known only from the register's answer. */
  | { readonly newborn: true }
  /** No lookup finds them: the caseworker names them. */
  | { readonly namedByWorker: true }
