import { findService } from '@sagsgang/gctp'
import type { FieldValues, Role, Table } from '@sagsgang/gctp'

const onlyRest = (fields: FieldValues): boolean =>
  Object.keys(fields).every((code) => code === 'REST')

/** Fields that a service shows and nothing is known of are empty, not left out. */
export function withEmptyFields(service: string, role: Role): Role {
  const output = findService(service)?.output ?? []
  const empty: FieldValues = Object.fromEntries(output.map(({ code }) => [code, { value: '' }]))
  const fill = (fields: FieldValues): FieldValues => ({ ...empty, ...fields })
  const fillRows = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, fields: fill(row.fields) })),
  })
  const [block] = Object.entries(role.blocks)
  if (block !== undefined) return { ...role, blocks: { [block[0]]: fill(block[1]) } }
  if (!onlyRest(role.fields)) return { ...role, fields: fill(role.fields) }
  const [first, ...others] = role.tables
  return first === undefined ? role : { ...role, tables: [fillRows(first), ...others] }
}
