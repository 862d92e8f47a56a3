import type { Census, Somebody } from './census.ts'

export type Is = (somebody: Somebody) => boolean

/** How a sample finds its people: nobody whom it finds, nor their relatives, is found by another. */
export interface Find {
  (is: Is): Somebody
  /** One of the fictitious people whom everybody knows by number. */
  demo(pnr: string): Somebody
}

/** For people who are only looked at: they may be anybody's. */
export interface Look {
  (is: Is): Somebody
  /** So many of them, each somebody else. */
  many(count: number, is: Is): readonly Somebody[]
  demo(pnr: string): Somebody
}

class NobodyFound extends Error {
  override name = 'NobodyFound'
}

const circleOf = (one: Somebody) => [one, ...one.relatives()]

export function createFind(census: Census): Find {
  const taken = new Set<string>()
  const isFree = (one: Somebody) => circleOf(one).every(({ pnr }) => !taken.has(pnr))
  const take = (one: Somebody): Somebody => {
    for (const { pnr } of circleOf(one)) taken.add(pnr)
    return one
  }
  const find = (is: Is): Somebody => {
    const found = census.everybody.find((one) => isFree(one) && is(one))
    if (found === undefined) throw new NobodyFound(`nobody is left of whom is true: ${String(is)}`)
    return take(found)
  }
  return Object.assign(find, { demo: (pnr: string) => take(census.get(pnr)) })
}

/** Not those of whom something is known that no sample means. */
export function createLook(census: Census, except: readonly string[]): Look {
  const many = (count: number, is: Is): readonly Somebody[] => {
    const found = census.everybody.filter((one) => !except.includes(one.pnr) && is(one))
    if (found.length < count) throw new NobodyFound(`of too few is true: ${String(is)}`)
    return found.slice(0, count)
  }
  const look = (is: Is): Somebody => {
    const found = census.everybody.find((one) => !except.includes(one.pnr) && is(one))
    if (found === undefined) throw new NobodyFound(`of nobody is true: ${String(is)}`)
    return found
  }
  return Object.assign(look, {
    many,
    demo: (pnr: string) => census.get(pnr),
  })
}

/** Numbers of the first days of a month, which few are born on. */
export function numbersOfNobody(census: Census): readonly string[] {
  const all = Array.from({ length: 28 }, (_, day) => `${String(day + 1).padStart(2, '0')}02614006`)
  return all.filter((pnr) => !census.has(pnr))
}
