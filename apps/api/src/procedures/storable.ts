const deepest = 12

/** No text that the store cannot hold (NUL, half a surrogate pair), and nothing nested without end. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth < deepest &&
    Object.entries(value).every(
      ([key, member]) => key !== '__proto__' && isStorable(key) && isStorable(member, depth + 1),
    )
  )
}
