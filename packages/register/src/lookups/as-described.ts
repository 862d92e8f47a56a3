import { meaningOf } from '@sagsgang/events'
import { findService } from '@sagsgang/gctp'
import type { FieldValue, FieldValues, Role, ServiceDescription, Table } from '@sagsgang/gctp'

import { districtName, findRoad, municipalityName } from '../geography.ts'

const surnameLast = (name: string): string => name.split(',').toReversed().join(' ')

const roadNamed = (value: string, fields: FieldValues): string | undefined =>
  findRoad(fields['KOMKOD']?.value ?? '', value)?.name

/** Texts of what is in no list of codes. */
const texts: Readonly<Record<string, (value: string, fields: FieldValues) => string | undefined>> =
  {
    ADRNVN: surnameLast,
    CNVN_ADRNVN: surnameLast,
    POSTNR: districtName,
    VEJKOD: roadNamed,
    BESKYT: () => 'Navne- og adressebeskyttelse',
  }

type Output = ServiceDescription['output'][number]

function textOf(field: Output, value: string, fields: FieldValues): string | undefined {
  if (!field.hasText || value === '') return undefined
  const own = texts[field.code]
  if (own !== undefined) return own(value, fields)
  const isPlace = field.format === 'kom4' || field.format === 'myn4'
  return (isPlace ? municipalityName(value) : undefined) ?? meaningOf(field, value)?.da
}

type Write = (fields: FieldValues) => FieldValues

/** The described fields alone, in the order of the description, with their texts. */
function writing({ output, beside }: ServiceDescription, empty: FieldValue | null): Write {
  return (fields) => {
    const written: Record<string, FieldValue> = {}
    for (const field of output) {
      const said = fields[field.code] ?? empty
      if (said === null) continue
      const text = textOf(field, said.value, fields)
      written[field.code] = text === undefined ? said : { ...said, text }
    }
    for (const { code } of beside) {
      const said = fields[code]
      if (said !== undefined) written[code] = said
    }
    return written
  }
}

const restKey = 'REST'

/** Says what the description of a service names and nothing else. What nothing is known of is empty, not left out. */
export function asDescribed(service: string, role: Role): Role {
  const description = findService(service)
  if (description === undefined) return role
  const { shape } = description
  const [some, all] = [writing(description, null), writing(description, { value: '' })]
  const writeRows = (table: Table): Table => {
    const whole = shape.type === 'table' && shape.name === table.name ? all : some
    return {
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        fields: (row.use === null ? whole : some)(row.fields),
      })),
    }
  }
  const rest = role.fields[restKey]
  const blocks = Object.entries(role.blocks).map(([name, fields]) => [name, all(fields)])
  return {
    ...role,
    fields: {
      ...(shape.type === 'role' ? all : some)(role.fields),
      ...(rest !== undefined && { [restKey]: rest }),
    },
    blocks: Object.fromEntries(blocks),
    tables: role.tables.map(writeRows),
  }
}
