import { TRPCError } from '@trpc/server'

import { isPassing } from './database/is-passing.ts'

/** Every way to be turned away: the stable word that callers tell apart, and the code it travels under. */
export const reasons = {
  inputInvalid: 'BAD_REQUEST',
  bodyMalformed: 'BAD_REQUEST',
  bodyTypeUnknown: 'UNSUPPORTED_MEDIA_TYPE',
  methodNotAllowed: 'METHOD_NOT_SUPPORTED',
  batchTooLarge: 'BAD_REQUEST',
  cursorInvalid: 'BAD_REQUEST',
  eventUnknown: 'BAD_REQUEST',
  fieldUnknown: 'BAD_REQUEST',
  fieldType: 'BAD_REQUEST',
  serviceUnknown: 'BAD_REQUEST',
  dataTypeUnknown: 'BAD_REQUEST',
  keyUnknown: 'BAD_REQUEST',
  keyMissing: 'BAD_REQUEST',
  keyInvalid: 'BAD_REQUEST',
  followOnUnknown: 'BAD_REQUEST',
  personUnknown: 'BAD_REQUEST',
  findingUnknown: 'BAD_REQUEST',
  notSignedIn: 'UNAUTHORIZED',
  identityUnknown: 'UNAUTHORIZED',
  roleNotAllowed: 'FORBIDDEN',
  seniorOnly: 'FORBIDDEN',
  authorityNotReporter: 'FORBIDDEN',
  hostUnknown: 'FORBIDDEN',
  originUnknown: 'FORBIDDEN',
  caseNotFound: 'NOT_FOUND',
  entryNotFound: 'NOT_FOUND',
  eventNotFound: 'NOT_FOUND',
  serviceNotFound: 'NOT_FOUND',
  procedureUnknown: 'NOT_FOUND',
  runNotFound: 'NOT_FOUND',
  versionConflict: 'CONFLICT',
  idempotencyKeyReused: 'CONFLICT',
  commandNotAllowed: 'CONFLICT',
  runEnded: 'CONFLICT',
  /** Accepted, but not carried out yet: the same key asks again. */
  notOpenedYet: 'CONFLICT',
  /** A newer version has stepped the case: this process, of an older one, leaves it alone. */
  caseOfNewerVersion: 'CONFLICT',
  /** Made by an earlier version, and nobody has said how it goes on. */
  caseNeedsMigration: 'CONFLICT',
  landingNotFound: 'NOT_FOUND',
  /** Another proposal for the case waits for its second person. */
  landingPending: 'CONFLICT',
  landingNotSafe: 'PRECONDITION_FAILED',
  /** The case has moved since, or somebody has decided. */
  landingVoid: 'PRECONDITION_FAILED',
  landingExpired: 'PRECONDITION_FAILED',
  secondPersonNeeded: 'FORBIDDEN',
  followOnNotOffered: 'PRECONDITION_FAILED',
  nothingToCorrect: 'PRECONDITION_FAILED',
  /** No case of this cause can be tried again, or another run has them all. */
  nothingToResume: 'PRECONDITION_FAILED',
  nothingInDoubt: 'PRECONDITION_FAILED',
  /** The evidence speaks for the other outcome: a second reason is asked for. */
  againstEvidence: 'PRECONDITION_FAILED',
  /** The report that is said to be applied gave somebody a number, which nothing shows. */
  numberMissing: 'PRECONDITION_FAILED',
  numberNotGiven: 'PRECONDITION_FAILED',
  registerClosed: 'PRECONDITION_FAILED',
  registerUnavailable: 'PRECONDITION_FAILED',
  /** It answered, and nobody can read it; or in a way that nobody described. */
  registerUnreadable: 'PRECONDITION_FAILED',
  registerContract: 'PRECONDITION_FAILED',
  bodyTooLarge: 'PAYLOAD_TOO_LARGE',
  lookUpLimit: 'TOO_MANY_REQUESTS',
  /** Whether it was committed is not known: the same key asks again and tells. */
  storeUnavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<string, TRPCError['code']>

export type Reason = keyof typeof reasons

/** What a refusal tells beside its word: never a value that somebody typed. */
export interface RefusalDetail {
  /** Where the case stands, on a conflict. */
  readonly version?: number
  /** Names of the fields at fault. */
  readonly fields?: readonly string[]
}

export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  readonly detail: RefusalDetail

  constructor(reason: Reason, detail: RefusalDetail = {}) {
    super(reason)
    this.reason = reason
    this.detail = detail
  }
}

export function refuse(refusal: Reason | Refusal, detail: RefusalDetail = {}): TRPCError {
  const cause = refusal instanceof Refusal ? refusal : new Refusal(refusal, detail)
  return new TRPCError({ code: reasons[cause.reason], message: cause.reason, cause })
}

const unread: Readonly<Record<string, Reason>> = {
  closed: 'registerClosed',
  unreadable: 'registerUnreadable',
  contract: 'registerContract',
}

/** The register gave nothing usable: outside its hours, or out of order. */
export function refuseUnread(reason: string): TRPCError {
  return refuse(unread[reason] ?? 'registerUnavailable')
}

/** Words for the errors that tRPC raises by itself, by its code. */
const ownErrors: Partial<Record<TRPCError['code'], Reason>> = {
  PARSE_ERROR: 'bodyMalformed',
  NOT_FOUND: 'procedureUnknown',
  METHOD_NOT_SUPPORTED: 'methodNotAllowed',
  UNSUPPORTED_MEDIA_TYPE: 'bodyTypeUnknown',
  PAYLOAD_TOO_LARGE: 'bodyTooLarge',
  BAD_REQUEST: 'inputInvalid',
}

/** The refusal behind an error, whoever raised it; what is in no table is a bug. */
export function refusalOf(error: TRPCError): Refusal {
  if (error.cause instanceof Refusal) return error.cause
  if (isPassing(error.cause)) return new Refusal('storeUnavailable')
  if (error.message.startsWith('Batch call')) return new Refusal('batchTooLarge')
  // Read only when a procedure asks for its input, and then told as any bad input.
  if (error.code === 'BAD_REQUEST' && error.cause instanceof SyntaxError) {
    return new Refusal('bodyMalformed')
  }
  return new Refusal(ownErrors[error.code] ?? 'internal')
}
