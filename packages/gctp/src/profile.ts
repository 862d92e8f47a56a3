import type { Action, DialogueState } from './message.ts'

/**
 * Everything about the wire that no public page states: this project's assumptions, replaced as a
 * whole by those of the CPR office's specification. What is public stands in the code instead.
 */
export interface Profile {
  /** Written as `Gctp@v`; both are read. */
  readonly version: ProtocolVersion
  readonly dataUse: { readonly input: string; readonly output: string }
  readonly signOffFunction: string
  readonly actions: Readonly<Record<Action, Word>>
  readonly states: Readonly<Record<DialogueState, string>>
  readonly actionTable: string
  readonly actionField: string
  readonly receiptWords: { readonly error: string; readonly warning: string }
  readonly receiptTable: string
  readonly receiptFields: {
    readonly code: string
    readonly field: string
    readonly severity: string
  }
  readonly severities: { readonly error: string; readonly warning: string }
  readonly codes: ModelledCodes
  /** What the register calls otherwise than we do; whatever is not named here it calls the same. */
  readonly names: {
    readonly services: Readonly<Record<string, string>>
    readonly fields: Readonly<Record<string, string>>
  }
  /** Code of a restart key, handed out under the main role. */
  readonly restField: string
  readonly waitServices: { readonly list: string; readonly release: string; readonly drop: string }
  /** A conversation is forgotten after so many minutes without a call. */
  readonly lapseMinutes: number
  /** A save not applied after so many seconds never will be. */
  readonly longestProcessingSeconds: number
  readonly passwords: PasswordRules
  /** When it can be reached at all; null: no hours are stated. */
  readonly openingHours: OpeningHours | null
}

export interface PasswordRules {
  /** A password is good for so many days. */
  readonly days: number
  /** It is changed at most once in so many hours. */
  readonly hoursBetweenChanges: number
  /** So many wrong sign-ons in a row lock the user. */
  readonly wrongUntilLocked: number
}

/** By the clock on a wall in Denmark, `HH:MM`, up to `24:00`. */
interface Hours {
  readonly from: string
  readonly until: string
}

export interface OpeningHours {
  /** Monday first; a day without hours is closed. */
  readonly week: readonly [Day, Day, Day, Day, Day, Day, Day]
  /** Days that have hours of their own, by YYYYMMDD. */
  readonly days: Readonly<Record<string, Day>>
}

type Day = readonly Hours[]

export type ProtocolVersion = '1.0' | '2.0'

/** A word on the wire and the text shown beside it. */
export interface Word {
  readonly word: string
  readonly text: string
}

export interface ModelledCodes {
  readonly unknownService: number
  readonly missingField: number
  readonly weakCriteria: number
  readonly noRows: number
  readonly unknownUser: number
  readonly locked: number
  readonly passwordExpired: number
  readonly newPasswordRefused: number
  readonly lapsed: number
  readonly changedMeanwhile: number
  readonly dataWaiting: number
  /** A rule of the event does not hold; the text says which. */
  readonly ruleBroken: number
  /** A rule of the event asks for a second look. */
  readonly ruleWarning: number
  readonly technicalFault: number
}

export const developmentProfile: Profile = {
  version: '2.0',
  dataUse: { input: 'I', output: 'O' },
  signOffFunction: 'signoff',
  actions: {
    validate: { word: 'VALIDER', text: 'Valider' },
    save: { word: 'GEM', text: 'Gem' },
    abort: { word: 'AFBRYD', text: 'Afbryd' },
  },
  states: {
    initiated: 'INIT',
    faulty: 'FEJL',
    warned: 'ADVARSEL',
    valid: 'VALID',
    saved: 'GEMT',
    waiting: 'VENT',
    aborted: 'AFBRUDT',
  },
  actionTable: 'AKTION',
  actionField: 'AKTION',
  receiptWords: { error: 'Fejl', warning: 'Advarsel' },
  receiptTable: 'KVIT',
  receiptFields: { code: 'Kvitnr', field: 'Kvitfelt', severity: 'Kvittype' },
  severities: { error: 'F', warning: 'A' },
  codes: {
    unknownService: 15,
    missingField: 17,
    weakCriteria: 18,
    noRows: 19,
    unknownUser: 902,
    locked: 903,
    passwordExpired: 904,
    newPasswordRefused: 906,
    lapsed: 5405,
    changedMeanwhile: 5406,
    dataWaiting: 5407,
    ruleBroken: 5408,
    ruleWarning: 5409,
    technicalFault: 9999,
  },
  names: { services: {}, fields: {} },
  restField: 'REST',
  waitServices: { list: 'VENT-L', release: 'VENT-G', drop: 'VENT-S' },
  lapseMinutes: 30,
  longestProcessingSeconds: 600,
  passwords: { days: 90, hoursBetweenChanges: 24, wrongUntilLocked: 5 },
  openingHours: null,
}
