/** Ids of the states that a state value is in, as the chart names them: their paths. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const below = (value: unknown, path: string): readonly string[] => {
  if (typeof value === 'string') return [`${path}${value}`]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    `${path}${name}`,
    ...below(inner, `${path}${name}/`),
  ])
}

export const activeIn = (value: unknown): readonly string[] => below(value, '')

/** Every state that the case has been in, as its journal tells. */
export const visitedIn = (values: readonly unknown[]): ReadonlySet<string> =>
  new Set(values.flatMap(activeIn))
