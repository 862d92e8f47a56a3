import type { CaseRow, EntryRow } from './read-cases.ts'
import type { InvariantId, Violation } from './violation.ts'

/** A command as whoever sent it remembers it, however often it was sent under its key. */
export interface SentCommand {
  readonly caseId: string
  readonly key: string
  readonly type: string
  /** Null: whoever it was. */
  readonly user: string | null
  readonly authority: string | null
  readonly expectedVersion: number | null
  /** The version that it was answered with; null where no answer came. */
  readonly acknowledged: number | null
}

/** A case as its commands are held against it. */
export interface ToldCase {
  readonly case: Pick<CaseRow, 'id' | 'authority' | 'version' | 'parent_id'>
  readonly entries: readonly Pick<EntryRow, 'seq' | 'message' | 'actor'>[]
}

/** What was acknowledged is in the journal, and nothing that was sent once is there twice. */
export function checkCommands(
  readings: readonly ToldCase[],
  sent: readonly SentCommand[],
): readonly Violation[] {
  const byId = new Map(readings.map((reading) => [reading.case.id, reading]))
  const byCase = Map.groupBy(sent, ({ caseId }) => caseId)
  return [
    ...checkAcknowledged(readings, sent),
    ...[...byCase].flatMap(([caseId, commands]) => findDoubled(byId.get(caseId), commands)),
  ]
}

/** For whoever does not know every command that was sent, but those that were answered. */
export function checkAcknowledged(
  readings: readonly ToldCase[],
  sent: readonly SentCommand[],
): readonly Violation[] {
  const byId = new Map(readings.map((reading) => [reading.case.id, reading]))
  return sent.flatMap((command) => findLost(byId.get(command.caseId), command))
}

function broken(caseId: string, says: string, id: InvariantId = 'I4'): Violation {
  return { id, caseId, says }
}

function findLost(reading: ToldCase | undefined, command: SentCommand): readonly Violation[] {
  const { caseId, type, acknowledged, authority } = command
  if (acknowledged === null) return []
  if (!reading || reading.case.version < acknowledged)
    return [broken(caseId, `an acknowledged "${type}" is lost`)]
  if (authority !== null && reading.case.authority !== authority)
    return [broken(caseId, `"${type}" was taken from another authority`, 'I10')]
  return findMisplaced(reading, { ...command, acknowledged })
}

function findMisplaced(
  { entries }: ToldCase,
  command: SentCommand & { readonly acknowledged: number },
): readonly Violation[] {
  const { caseId, type, user, acknowledged, expectedVersion } = command
  const isOurs = ({ seq, message, actor }: ToldCase['entries'][number]) =>
    seq <= acknowledged && message.type === type && (user === null || actor === user)
  if (!entries.some(isOurs))
    return [broken(caseId, `an acknowledged "${type}" is not in the journal`)]
  const next = entries[expectedVersion ?? 0]
  if (expectedVersion === null || (next !== undefined && isOurs(next))) return []
  return [broken(caseId, `"${type}" was taken in at another version than it was sent at`)]
}

/** A case that was opened with its orders tells itself the first of them. */
function findDoubled(
  reading: ToldCase | undefined,
  commands: readonly SentCommand[],
): readonly Violation[] {
  if (!reading || reading.case.parent_id !== null) return []
  const { id } = reading.case
  const keys = Map.groupBy(commands, ({ type }) => type)
  return [...keys].flatMap(([type, alike]) => {
    const sent = new Set(alike.map(({ key }) => key)).size
    const taken = reading.entries.filter(
      ({ message, actor }) => message.type === type && actor !== 'system',
    ).length
    return taken > sent
      ? [broken(id, `"${type}" was sent ${sent} times and taken ${taken} times`)]
      : []
  })
}
