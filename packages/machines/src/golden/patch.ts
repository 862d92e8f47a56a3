/** What changed from one piece of JSON to the next: a path with its new value, or alone where it is gone. */
export type Patch = readonly (readonly [path: readonly string[], value?: Json])[]

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }

type Members = { readonly [name: string]: Json }

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function patchTo(before: Json, after: Json): Patch {
  if (isSame(before, after)) return []
  if (!isMembers(before) || !isMembers(after)) return [[[], after]]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]]
    if (now === undefined) return [[[name]] as const]
    const inner = old === undefined ? [[[], now] as const] : patchTo(old, now)
    return inner.map(([path, ...value]) => [[name, ...path], ...value] as const)
  })
}

export function patched(before: Json, patch: Patch): Json {
  let next = before
  for (const [path, value] of patch) next = put(next, path, value)
  return next
}

function put(into: Json, [name, ...path]: readonly string[], value: Json | undefined): Json {
  if (name === undefined) return value ?? null
  const members = isMembers(into) ? into : {}
  if (path.length === 0 && value === undefined) {
    const { [name]: _gone, ...left } = members
    return left
  }
  return { ...members, [name]: put(members[name] ?? {}, path, value) }
}

/** Whatever order members came in. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isMembers(one) || !isMembers(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSame(one[name], other[name]))
  )
}
