import type { FieldValues, Reply } from './message.ts'
import type { Profile } from './profile.ts'
import { mainRole } from './public-words.ts'
import { findReceipt } from './receipts.ts'
import type { FindService } from './services/catalogue.ts'
import type { ServiceDescription } from './services/describe.ts'

/** What answers are understood by. */
export interface Understanding {
  readonly profile: Profile
  readonly findService: FindService
}

/**
 * Whether an answer to a lookup can be relied on: who misses a status or reads a code that nobody documented would decide
 * on nothing. All else that is new or missing is drift.
 */
export function keepsContract(
  { service, receipt, roles }: Reply,
  { profile, findService }: Understanding,
): boolean {
  if (receipt.outcome === 'error') return findReceipt(receipt.code, profile) !== undefined
  const described = findService(service)
  const required = described?.output.filter((field) => field.required) ?? []
  const main = roles.find(({ name }) => name === mainRole)
  if (described === undefined || required.length === 0 || main === undefined) return true
  return placesIn(main, described).every((values) =>
    required.every(({ code }) => Object.hasOwn(values, code)),
  )
}

/** What says nothing at all lacks nothing. */
function placesIn(
  { fields, blocks, tables }: Reply['roles'][number],
  { shape }: ServiceDescription,
): readonly FieldValues[] {
  if (shape.type === 'role') return [fields]
  if (shape.type === 'block') return [blocks[shape.name] ?? fields]
  const rows = tables.filter(({ name }) => name === shape.name).flatMap((table) => table.rows)
  return rows.filter(({ use }) => use === null).map((row) => row.fields)
}
