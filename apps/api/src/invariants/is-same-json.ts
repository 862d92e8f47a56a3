/** Whether both are the same JSON, in whatever order their members stand. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other)
  if (!isObject(one) || !isObject(other) || Array.isArray(other)) return isNothing(one, other)
  const names = namesIn(one)
  return (
    names.length === namesIn(other).length &&
    names.every((name) => other[name] !== undefined && isSameJson(one[name], other[name]))
  )
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => isSameJson(item, other[index]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What is not there is null where it stands by itself. */
const isNothing = (one: unknown, other: unknown): boolean => one == null && other == null

/** A member that is undefined is not written down. */
function namesIn(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined)
}
