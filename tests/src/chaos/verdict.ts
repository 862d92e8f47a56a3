import type { Acknowledged } from './caller.ts'
import type { Told } from './rest.ts'

/** Everything that is known once all is at rest: what the clients were told, what the store says, and what is true. */
export interface Facts {
  readonly cases: readonly CaseFacts[]
  readonly applied: readonly AppliedFact[]
  readonly acknowledged: readonly Acknowledged[]
  readonly disagreements: readonly string[]
  /** The last row of the audit log's chain that holds; null where it is broken. */
  readonly auditedUpTo: number | null
  /** Processes that ended and nobody had ended them. */
  readonly falls: readonly string[]
  /** Who wrote somebody's number where everybody can read it. */
  readonly leaks: readonly string[]
  /** What the operator's own check of the store found wrong. */
  readonly verified: readonly string[]
}

export interface CaseFacts {
  readonly caseId: string
  readonly event: string
  readonly status: string
  readonly version: number
  /** It still moves by itself. */
  readonly isUnderWay: boolean
  /** What has to happen next, in words for whoever it is that must. */
  readonly waitsFor: string
  /** What keeps it, where it is stuck. */
  readonly cause: string | null
  readonly told: readonly Told[]
  /** The conversations with the register in which it may have saved. */
  readonly dialogues: readonly string[]
  /** Whom it is about. */
  readonly people: readonly string[]
  /** In what it differs from where its journal leads when played again. */
  readonly differs: readonly string[]
}

interface AppliedFact {
  readonly dialogue: string
  readonly service: string
  readonly reply: 'sent' | 'lost'
  /** Whom it names. */
  readonly people: readonly string[]
}

/** A promise that was broken, named as it is in the documentation. */
export interface Violation {
  readonly id:
    | 'lost'
    | 'duplicate'
    | 'untrue'
    | 'doubt'
    | 'gap'
    | 'replay'
    | 'unrest'
    | 'audit'
    | 'fall'
    | 'leak'
    | 'store'
  readonly says: string
}

/** Pure, so that it can be shown to tell a broken promise. */
export function judge(facts: Facts): readonly Violation[] {
  return [
    ...lost(facts),
    ...duplicates(facts),
    ...untrue(facts),
    ...facts.cases.flatMap((one) => groundless(one, facts)),
    ...facts.cases.flatMap((one) => [...gaps(one), ...unrest(one)]),
    ...(facts.auditedUpTo === null
      ? [violation('audit', 'the chain of the audit log is broken')]
      : []),
    ...facts.falls.map((says) => violation('fall', says)),
    ...facts.leaks.map((says) => violation('leak', says)),
    ...facts.verified.map((says) => violation('store', says)),
  ]
}

const violation = (id: Violation['id'], says: string): Violation => ({ id, says })

/** Whatever was acknowledged stands in the journal, at the place it was given and by whoever asked. */
function lost({ acknowledged, cases }: Facts): readonly Violation[] {
  const byId = new Map(cases.map((one) => [one.caseId, one]))
  return acknowledged.flatMap(({ caseId, user, message, seq }) => {
    const told = byId.get(caseId)?.told ?? []
    const isThere = told.some(
      (one) => one.type === message && one.actor === user && (seq === null || one.seq === seq),
    )
    return isThere ? [] : [violation('lost', `${caseId}: "${message}" of ${user} was answered`)]
  })
}

/** One order makes one update, however often it was sent, looked for and sent again. */
function duplicates({ cases, applied, disagreements }: Facts): readonly Violation[] {
  const owners = new Map(cases.flatMap((one) => one.dialogues.map((dialogue) => [dialogue, one])))
  const byOwner = Map.groupBy(applied, ({ dialogue }) => owners.get(dialogue)?.caseId ?? dialogue)
  const twice = [...byOwner].filter(([, updates]) => updates.length > 1)
  const strange = applied.filter(({ dialogue }) => !owners.has(dialogue))
  return [
    ...disagreements.map((says) => violation('duplicate', says)),
    ...twice.map(([caseId, updates]) =>
      violation('duplicate', `${caseId}: ${updates.length} updates by ${updates[0]?.service}`),
    ),
    ...strange.map(({ service, dialogue }) =>
      violation('duplicate', `an update by ${service} of no case: ${dialogue}`),
    ),
  ]
}

const registered = new Set(['saved', 'proven'])

/** Said to be registered, and is: and nothing is registered that its case denies. */
function untrue({ cases, applied }: Facts): readonly Violation[] {
  const truth = new Set(applied.map(({ dialogue }) => dialogue))
  return cases.flatMap(({ caseId, told, dialogues, status }) => {
    const isSaid = told.some(({ type }) => registered.has(type))
    const isTrue = dialogues.some((dialogue) => truth.has(dialogue))
    const isDecided = told.some(({ type }) => type === 'decide')
    if (isSaid && !isTrue) return [violation('untrue', `${caseId} says registered and is not`)]
    if (isSaid || !isTrue || isDecided || status === 'inDoubt') return []
    return [violation('untrue', `${caseId} is registered and does not say so: ${status}`)]
  })
}

/** Reasons for doubt that somebody else must have given, by another update on the same people. */
const byOthers = new Set([
  'duplicateSuspected',
  'appliedThenChanged',
  'sameChangeByOthers',
  'changedByOthers',
  'loggedAsApplied',
])

/**
 * What was left to a person because of others, though nobody else wrote about these people: the register showed exactly ours,
 * or nothing, and had time to. That it was asked often enough, or that there is nobody to ask about, needs nobody else.
 */
function groundless(one: CaseFacts, { cases, applied }: Facts): readonly Violation[] {
  const { caseId, told, dialogues, people } = one
  const reasons = told.filter(
    ({ type, reason }) => type === 'undecided' && byOthers.has(reason ?? ''),
  )
  if (reasons.length === 0) return []
  const owners = new Map(cases.flatMap((other) => other.dialogues.map((name) => [name, other])))
  const isAboutThem = ({ dialogue, people: named }: AppliedFact) =>
    [...named, ...(owners.get(dialogue)?.people ?? [])].some((pnr) => people.includes(pnr))
  const others = applied.filter((update) => !dialogues.includes(update.dialogue))
  if (others.some(isAboutThem)) return []
  return reasons.map(({ seq, reason }) =>
    violation('doubt', `${caseId}: ${reason} at ${seq}, and nobody else wrote about these people`),
  )
}

function gaps({ caseId, told, version, differs }: CaseFacts): readonly Violation[] {
  const isWhole = told.length === version && told.every(({ seq }, index) => seq === index + 1)
  return [
    ...(isWhole ? [] : [violation('gap', `${caseId}: ${told.length} entries, version ${version}`)]),
    ...differs.map((part) =>
      violation('replay', `${caseId}: its journal leads to another ${part}`),
    ),
  ]
}

/** Ended, or waiting for somebody or something that it can name. */
function unrest({ caseId, event, status, isUnderWay, waitsFor }: CaseFacts): readonly Violation[] {
  if (!isUnderWay && waitsFor !== '') return []
  return [violation('unrest', `${caseId}: ${event} is still ${status}, ${waitsFor}`)]
}
