/** How one retry ended. A retry never ends in a silent success. */
export type Result =
  | { readonly type: 'running' }
  | { readonly type: 'verified' }
  | { readonly type: 'notVerified' }
  | { readonly type: 'failing' }
  | { readonly type: 'refused'; readonly error: unknown }

/** One try, by the case's id. */
interface Attempt {
  readonly number: string
  readonly result: Result
}

export type Results = Readonly<Record<string, Attempt>>

export const countResults = (results: Results) => {
  const kinds = Object.values(results).map(({ result }) => result.type)
  const count = (...wanted: readonly Result['type'][]) =>
    kinds.filter((kind) => wanted.includes(kind)).length
  return {
    verified: count('verified'),
    running: count('running', 'notVerified'),
    failing: count('failing', 'refused'),
  }
}

const ended = ['followOns', 'completed', 'undone']

/** What a resumed case came to, by its status a while later. */
export const resultOf = (status: string): Result => {
  if (status === 'stuck') return { type: 'failing' }
  return ended.includes(status) ? { type: 'verified' } : { type: 'notVerified' }
}
