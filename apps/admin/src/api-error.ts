import { TRPCClientError } from '@trpc/client'

import { da } from './texts/da.ts'
import type { Texts } from './texts/use-texts.ts'

export interface ApiError {
  readonly code: string
  readonly reason: string
}

const wordAt = (data: unknown, key: string): string | undefined => {
  if (typeof data !== 'object' || data === null || !(key in data)) return undefined
  const word: unknown = Reflect.get(data, key)
  return typeof word === 'string' ? word : undefined
}

/** What the api refused with; an answer that never came is told apart from one that said no. */
export const toApiError = (error: unknown): ApiError => {
  if (!(error instanceof TRPCClientError)) return { code: 'unknown', reason: 'unexpected' }
  const data: unknown = error.data
  const code = wordAt(data, 'code')
  if (code === undefined) return { code: 'offline', reason: 'unreachable' }
  return { code, reason: wordAt(data, 'reason') ?? code }
}

/** The fields at fault, where the api names them. */
export const fieldsAtFault = (error: unknown): readonly string[] => {
  if (!(error instanceof TRPCClientError)) return []
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('fields' in data)) return []
  const { fields } = data
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : []
}

const isReason = (reason: string): reason is keyof typeof da.reasons => reason in da.reasons
const isCode = (code: string): code is keyof typeof da.errors => code in da.errors

/** The reason in words if there are any, else what its code means. */
export const explain = (error: unknown, t: Texts['t']): string => {
  const { code, reason } = toApiError(error)
  if (isReason(reason)) return t(`reasons.${reason}`)
  const known = isCode(code) ? t(`errors.${code}`) : t('errors.unknown')
  return `${known} ${t('failure.reason', { reason })}`
}
