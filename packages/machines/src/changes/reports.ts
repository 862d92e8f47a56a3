import type { CaseData, CaseDataChange, FieldData, Finding } from '@sagsgang/events'

import type { CasePerson, StoredDialogue } from '../outcomes.ts'
import type { Context } from '../snapshot.ts'
import type { Change } from './asking.ts'

/** Merges; null clears. What was found or confirmed about a changed value no longer holds. */
export function fill(context: Context, { data }: { readonly data: CaseDataChange }): Change {
  const changed = Object.keys(data).filter((name) => !isSame(context.data[name], data[name]))
  const isUntouched = ({ fields }: Finding) => !fields.some((field) => changed.includes(field))
  return {
    data: merge(context.data, data),
    findings: context.findings.filter(isUntouched),
    confirmed: changed.length === 0 ? context.confirmed : [],
  }
}

function merge(data: CaseData, change: CaseDataChange): CaseData {
  const entries = Object.entries({ ...data, ...change })
  return Object.fromEntries(
    entries.filter((entry): entry is [string, FieldData] => isGiven(entry[1])),
  )
}

function isGiven(value: FieldData | null): value is FieldData {
  return value !== null && value !== ''
}

function isSame(before: FieldData | undefined, after: FieldData | null | undefined): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
}

interface Checked {
  readonly findings: readonly Finding[]
  readonly reportOn: string | null
  readonly insteadOf: string | null
  readonly reports: number
  readonly persons: readonly CasePerson[]
}

/** The form's findings begin anew; the register's are joined to them. */
export function noteForm(_: Context, { findings, reportOn, insteadOf, reports }: Checked): Change {
  return { findings, reportOn, insteadOf, reports, dialogue: null, unsent: 0 }
}

export function noteRegister(context: Context, checked: Checked): Change {
  const { reportOn, insteadOf, reports, persons } = checked
  return { findings: join(context, checked.findings), reportOn, insteadOf, reports, persons }
}

/** What the register itself found, beside what stands. */
export function noteReceipt(
  context: Context,
  { findings }: { findings: readonly Finding[] },
): Change {
  return { findings: join(context, findings) }
}

function join(context: Context, found: readonly Finding[]): readonly Finding[] {
  const rules = new Set(found.map(({ rule }) => rule))
  return [...context.findings.filter(({ rule }) => !rules.has(rule)), ...found]
}

export function confirm(context: Context, { findings }: { findings: readonly string[] }): Change {
  return { confirmed: [...new Set([...context.confirmed, ...findings])] }
}

/** Rules whose warning still waits for a person. */
export function unconfirmed(context: Context): readonly string[] {
  return unconfirmedOf(context, context.findings)
}

function unconfirmedOf(context: Context, findings: readonly Finding[]): readonly string[] {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  return warnings.map(({ rule }) => rule).filter((rule) => !context.confirmed.includes(rule))
}

export interface Warned {
  readonly findings: readonly Finding[]
  readonly dialogue?: StoredDialogue
}

/** A warning is shown once in each conversation: one that was confirmed before does not stop the next. */
export function isConfirmedAnew(context: Context, { findings }: Warned): boolean {
  return unconfirmedOf(context, findings).length === 0
}

/** The register showed what was confirmed before: the save goes again, and a bounded number of times. */
export function maySaveAgain(context: Context, warned: Warned): boolean {
  return context.unsent < mostUnsent && isConfirmedAnew(context, warned)
}

export function beginDialogue(_: Context, { dialogue }: { dialogue?: StoredDialogue }): Change {
  return { dialogue: dialogue ?? null }
}

/** This save is known not to have happened; the next is another attempt in another conversation. */
export function startOver(context: Context): Change {
  return { attempt: context.attempt + 1, dialogue: null }
}

/** A save that never gets out this many times in a row, or is never carried out, comes to a person. */
export const mostUnsent = 5

/** The same, counted: a save that never gets out must come to a person in the end. */
export function countUnsent(context: Context): Change {
  return { ...startOver(context), unsent: context.unsent + 1 }
}

/** The same where the register shows nothing of it: every so many attempts somebody says whether to go on. */
export function countAbsent(context: Context): Change {
  const next = startOver(context)
  const isSpent = (context.attempt + 1) % mostUnsent === 0
  return isSpent ? { ...next, unsent: mostUnsent } : next
}

/** The register showed a warning that was confirmed before: the same conversation goes on. */
export function countInDialogue(context: Context): Change {
  return { attempt: context.attempt + 1, unsent: context.unsent + 1 }
}

export interface Accepted {
  readonly output: Readonly<Record<string, string>>
  readonly persons: readonly CasePerson[]
  readonly acceptedOn: string | null
}

/** One more report stands in the register. */
export function accept(context: Context, { output, persons, acceptedOn }: Accepted): Change {
  const { on, outputs } = context.accepted
  return {
    // What an earlier attempt was refused for holds no longer.
    findings: context.findings.filter(({ severity }) => severity !== 'error'),
    accepted: { on: acceptedOn ?? on, outputs: [...outputs, output] },
    persons: joinPersons(context.persons, persons),
    report: context.report + 1,
    attempt: 0,
    unsent: 0,
    dialogue: null,
    queueConfirmed: false,
  }
}

export function joinPersons(
  before: readonly CasePerson[],
  added: readonly CasePerson[],
): readonly CasePerson[] {
  const isNew = (one: CasePerson) => !before.some((o) => o.role === one.role && o.pnr === one.pnr)
  return [...before, ...added.filter(isNew)]
}
