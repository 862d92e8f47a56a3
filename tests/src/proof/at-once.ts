const atOnce = 6

/** Some at a time, begun in their order: a product that is asked for everything at once answers nobody in time. */
export async function eachAtOnce<T, U>(
  items: readonly T[],
  go: (item: T) => Promise<U>,
): Promise<readonly U[]> {
  const left = [...items.entries()]
  const results: [number, U][] = []
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [place, item] = next
      results.push([place, await go(item)])
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results.toSorted(([one], [other]) => one - other).map(([, result]) => result)
}
