import type { Context } from './snapshot.ts'

/**
 * A store hands the members of an object back in an order of its own. What a case does next often follows them one by
 * one, and must not hang on whether it was stored in between: they stand as PostgreSQL keeps them, the shorter name first.
 */
export function membersInOrder(context: Context): Pick<Context, 'open' | 'followOns'> {
  return { open: inOrder(context.open), followOns: inOrder(context.followOns) }
}

function inOrder<T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).toSorted(([one], [other]) => order(one, other)))
}

function order(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
