// A connection that broke, a server that goes down, is full, has lost its disk, or is a copy that nobody may write to.
const AWAY = /^(?:08|53|57P0|58|25006)/u
const AWAY_BY_SOCKET = /^E(?:CONN|PIPE|NOTFOUND|TIMEDOUT|AI_AGAIN|HOST|NET)/u
const AWAY_BY_DRIVER =
  /connection terminated|connection error|timeout exceeded|not queryable|SSL connection|read timeout/iu

// Waited for too long; and planned for tables as they were before an upgrade, which a new connection does not know.
const BUSY = new Set(['25P03', '55P03', '57014', '0A000'])

// Two that got in each other's way: one of them is rolled back for certain.
const CONFLICT = /^40/u

/** Time heals it: the store is away, or busy with somebody else. What was committed before is not known. */
export function isPassing(error: unknown): boolean {
  return isStoreAway(error) || isConflict(error) || BUSY.has(codeOf(error))
}

/** Nobody is served, whatever they ask for. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (code === '') return AWAY_BY_DRIVER.test(error.message)
  return AWAY.test(code) || AWAY_BY_SOCKET.test(code) || isGoneSocket(error)
}

/** Nothing was committed, and nothing stands in the way of trying again. */
export function isConflict(error: unknown): boolean {
  return CONFLICT.test(codeOf(error))
}

/** The connection itself is no longer good for anything, though it may still answer. */
export function spoilsConnection(error: unknown): boolean {
  return isPassing(error) && !isConflict(error)
}

/** The directory of a server that is not running has no socket in it. */
function isGoneSocket(error: Error): boolean {
  return 'syscall' in error && error.syscall === 'connect' && codeOf(error) === 'ENOENT'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
