/** Which questions have a new answer when some cases change. */

const overviews = ['list', 'counts', 'stuckGroups']
const details = ['get', 'journal', 'messages']

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/**
 * Plans are left alone: each is a paid lookup in the register. What a case was at some step never changes.
 * A key is `[['cases', 'get'], { input: { caseId } }]`.
 */
export const isConcerned = (key: readonly unknown[], changed: ReadonlySet<string>): boolean => {
  const [path, options] = key
  if (!Array.isArray(path) || path[0] !== 'cases') return false
  const name: unknown = path[1]
  if (overviews.some((one) => one === name)) return true
  const caseId = fieldOf(fieldOf(options, 'input'), 'caseId')
  return details.some((one) => one === name) && typeof caseId === 'string' && changed.has(caseId)
}
