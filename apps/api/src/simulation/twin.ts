import type { SimulateOptions, Twin } from './run.ts'

/** Statements as the twin would have them. */
export interface Rewriting {
  readonly rewrite: (text: string) => string
  /** What no statement has held. */
  readonly unmatched: () => readonly string[]
}

export function createRewriting(twin: Twin | undefined): Rewriting {
  const rules = twin?.sql ?? []
  const matched = new Set<number>()
  const rewritten = new Map<string, string>()
  const change = (text: string): string =>
    rules.reduce((changed, { find, replace }, index) => {
      const next = changed.replace(find, replace)
      if (next !== changed) matched.add(index)
      return next
    }, text)
  return {
    rewrite(text) {
      const known = rewritten.get(text) ?? change(text)
      rewritten.set(text, known)
      return known
    },
    unmatched: () => rules.flatMap(({ find }, index) => (matched.has(index) ? [] : [String(find)])),
  }
}

const OURS = `select pg_get_functiondef(oid) as text from pg_proc
  where pronamespace = 'public'::regnamespace and prokind = 'f' and prorettype <> 'trigger'::regtype`

/** Within the transaction of the seed: what the database carries out by itself, as the twin would have it. */
export async function respellFunctions(
  { stage, twin }: Pick<SimulateOptions, 'stage' | 'twin'>,
  { rewrite }: Pick<Rewriting, 'rewrite'>,
): Promise<void> {
  if (!twin) return
  const { client } = stage.server
  const { rows } = await client.query<{ text: string }>(OURS)
  for (const { text } of rows) {
    const respelt = rewrite(text)
    if (respelt !== text) await client.query(respelt)
  }
}
