import type { SubmissionState } from '../database/submission-tables.ts'

/** One change of state of an intent to change the register. Holds no personal data: it outlives the case. */
export interface LoggedSubmission {
  readonly id: string
  readonly caseId: string
  readonly effectId: string
  readonly report: number
  readonly attempt: number
  readonly state: SubmissionState
  readonly service: string
  readonly authority: string
  /** SHA-256 of the exact bytes that leave. */
  readonly requestHash: string
  /** The register's stamp of the conversation: what the save wrote is younger. */
  readonly dialogue: string
  /** The register's clock when the intent was written. */
  readonly watermark: Date
  readonly at: Date
}

/**
 * What was sent to the register, told to another disk than the store's: a store that comes back without its last commits
 * is found out by it. `write` answers once the line would survive a power cut, and only then may a save leave.
 */
export interface SubmissionLog {
  write(entry: LoggedSubmission): Promise<void>
  /** Everything that every process on this machine has written, the oldest line of each intent first. */
  read(): Promise<readonly LoggedSubmission[]>
  close(): Promise<void>
}
