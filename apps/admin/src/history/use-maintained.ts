import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { createContext, useState } from 'react'
import { type Control, useWatch } from 'react-hook-form'

import { useTRPC } from '../api.ts'
import type { FormValues } from '../forms/field-values.ts'
import { bareNumber, isWholePnr } from '../ui/mask.ts'
import type { Question } from './remembered.ts'
import { findKindOf, type History, type HistoryRow } from './rows.ts'
import { useHistory } from './use-history.ts'

/** What the form of a maintenance case is about: the rows of its person, and the one that was chosen. */
export interface Maintained {
  readonly operation: string
  readonly hasPerson: boolean
  readonly history: UseQueryResult<History, unknown>
  /** Undefined until one is chosen and fetched. */
  readonly row: HistoryRow | undefined
  /** A row that is chosen brings what it says into the form. */
  readonly onChoose: (row: HistoryRow) => void
  readonly onReveal: (reason: string) => void
}

/** Undefined in the form of an event. */
export const MaintainedContext = createContext<Maintained | undefined>(undefined)

interface Maintaining {
  /** The operation; undefined for an event. */
  readonly operation: string | undefined
  readonly purpose: string | undefined
  readonly control: Control<FormValues>
  readonly onChoose: (row: HistoryRow) => void
}

export const useMaintained = (of: Maintaining): Maintained | undefined => {
  const { operation, purpose, control, onChoose } = of
  const [reason, setReason] = useState<string>()
  const person = personIn(useWatch({ control, name: 'personnummer' }))
  const timestamp = useWatch({ control, name: 'timestamp' })
  const kind = useKindOf(operation)
  const history = useHistory(toQuestion(person, purpose, reason), kind?.id)
  if (operation === undefined || purpose === undefined) return undefined
  const row = history.data?.rows.find((one) => one.timestamp === timestamp)
  const hasPerson = person !== undefined
  return { operation, hasPerson, history, row, onChoose, onReveal: setReason }
}

const personIn = (typed: FormValues[string] | undefined): string | undefined =>
  typeof typed === 'string' && isWholePnr(typed) ? bareNumber(typed) : undefined

const toQuestion = (person?: string, purpose?: string, reason?: string): Question | undefined =>
  person === undefined || purpose === undefined
    ? undefined
    : { person, purpose, ...(reason !== undefined && { reason }) }

const useKindOf = (operation: string | undefined) => {
  const trpc = useTRPC()
  const asked = operation === undefined ? skipToken : undefined
  const { data } = useQuery(trpc.catalogue.dataTypes.queryOptions(asked, { staleTime: Infinity }))
  return operation === undefined ? undefined : findKindOf(data ?? [], operation)
}
