/** Which questions have a new answer when some cases change. */

const overviews = [
  'list',
  'counts',
  'stuckGroups',
  'previewResume',
  'decisions',
  'landings',
  'resumeRuns',
]
const details = ['get', 'journal', 'messages', 'evidence', 'planLanding']
const nouns = ['cases', 'operations']

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const nameOf = ([path]: readonly unknown[]): unknown =>
  Array.isArray(path) && nouns.includes(String(path[0])) ? path[1] : undefined

/** Questions whose answer changes with time. A key is `[['cases', 'get'], { input: { caseId } }]`. */
export const isLiving = (key: readonly unknown[]): boolean =>
  [...overviews, ...details].some((name) => name === nameOf(key))

/** Plans are left alone: each is a paid lookup in the register. What a case was at some step never changes. */
export const isConcerned = (key: readonly unknown[], changed: ReadonlySet<string>): boolean => {
  if (!isLiving(key)) return false
  const caseId = fieldOf(fieldOf(key[1], 'input'), 'caseId')
  return typeof caseId !== 'string' || changed.has(caseId)
}
