import { maskMessage } from './mask-message.ts'

/** What a log may say of an error. A message of the database's is left out, as its details hold values; ours is masked. */
export function describeError(error: unknown): {
  readonly error: string
  readonly code?: unknown
  readonly message?: string
  readonly at?: string
} {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = error.stack?.split('\n').find((line) => line.includes('    at '))
  return {
    error: error.name,
    ...('code' in error ? { code: error.code } : { message: maskMessage(error.message) }),
    ...(at !== undefined && { at: at.trim() }),
  }
}
