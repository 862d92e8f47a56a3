import { useQueryClient } from '@tanstack/react-query'

/** Whom a history is of, and what it is looked up for. */
export interface Question {
  readonly person: string
  readonly purpose: string
  /** Why a protected person's data are shown; undefined until somebody says. */
  readonly reason?: string
}

const key = ['history of']

/**
 * Hands a person over to the history, and keeps whom it was of while somebody corrects a row. In memory only, gone with the
 * user who asked, and by itself when nobody comes back.
 */
export const useRemembered = () => {
  const queries = useQueryClient()
  return {
    recall: () => queries.getQueryData<Question>(key),
    remember: (question: Question) => queries.setQueryData<Question>(key, question),
  }
}
