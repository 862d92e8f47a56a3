import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { toApiError } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import type { Changes } from '../forms/event-form.tsx'
import type { CaseData } from '../forms/field-values.ts'
import type { CaseCommand } from './use-case-command.ts'

/** Somebody else saved the same field since this form was filled from the case. */
export interface FieldConflict {
  readonly mine: Changes
  readonly theirs: CaseData
}

export type Saving =
  | { readonly type: 'untouched' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly at: Date }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'conflict'; readonly conflict: FieldConflict }

/** Fields that stand otherwise in the case now than when somebody began to change them. */
const touchedBy = (changes: Changes, before: CaseData, now: CaseData): readonly string[] =>
  Object.keys(changes).filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(now[name] ?? null),
  )

/** Saves fields as they are left; another's work on other fields is no conflict. */
export const useFieldSaving = (caseId: string, send: CaseCommand['mutateAsync']) => {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ type: 'untouched' })
  const key = trpc.cases.get.queryKey({ caseId })

  const save = async (changes: Changes, before: CaseData): Promise<boolean> => {
    setSaving({ type: 'saving' })
    try {
      await send({ type: 'fill', data: toInput(changes) })
      setSaving({ type: 'saved', at: new Date() })
      return true
    } catch (error) {
      const isOld = toApiError(error).reason === 'versionConflict'
      return isOld ? resolve(changes, before) : fail(error)
    }
  }

  const fail = (error: unknown) => {
    setSaving({ type: 'failed', error })
    return false
  }

  const resolve = async (changes: Changes, before: CaseData): Promise<boolean> => {
    await queries.refetchQueries({ queryKey: key })
    const now = queries.getQueryData(key)?.data ?? before
    const names = touchedBy(changes, before, now)
    if (names.length === 0) return save(changes, now)
    setSaving({ type: 'conflict', conflict: { mine: changes, theirs: now } })
    return false
  }

  return { saving, save, forget: () => setSaving({ type: 'untouched' }) }
}

/** The form's lists are read-only; the message is written anew. */
const toInput = (changes: Changes) =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? structuredClone(value) : value,
    ]),
  )
