import { meaningOf, say } from '@sagsgang/events'
import { findField, type findService } from '@sagsgang/gctp'
import type { FieldValues, LookUpAnswer, Role, ServiceField } from '@sagsgang/gctp'

import type { LookUpView, RegisterFieldView, RegisterRowView } from '../register-view.ts'
import { isMarked, numberIn, tellsWho, withoutRest, withVeil } from './veil.ts'

type Description = NonNullable<ReturnType<typeof findService>>
type Found = Exclude<LookUpAnswer, { type: 'failed' }>

/** An answer in words, before anybody is kept from seeing it. */
export interface ReadAnswer {
  readonly said: readonly RegisterFieldView[]
  readonly rows: readonly RegisterRowView[]
  readonly head: Pick<LookUpView, 'service' | 'receipt' | 'found' | 'total' | 'rest'>
}

type Keys = Readonly<Record<string, string>>

/** The register's answer by name and by its own codes, side by side. */
export function readAnswer(service: Description, answer: Found, keys: Keys): ReadAnswer {
  const { code, text } = answer.receipt
  const head = { service: service.id, receipt: { code, text } }
  if (answer.type === 'refused')
    return { said: [], rows: [], head: { ...head, found: false, total: null, rest: null } }
  const fields = knownFields(service, keys)
  const said = answer.roles.flatMap((role) => valuesOf(role, fields))
  const rows = answer.roles.flatMap((role) => rowsOf(role, fields))
  const total = answer.roles.flatMap(({ tables }) => tables)[0]?.total ?? null
  const isFound = service.shape.type === 'table' ? rows.length > 0 : said.length > 0
  return { said, rows, head: { ...head, found: isFound, total, rest: answer.rest } }
}

interface KnownField extends ServiceField {
  /** The field whose codes stand under this one. */
  readonly codesOf: ServiceField
}

type Known = ReadonlyMap<string, KnownField>

/** A list of codes is named by the field that holds them. */
function knownFields({ output, beside }: Description, { TABNVN: table = '' }: Keys): Known {
  const listed = findField(table.trim())
  return new Map(
    [...output, ...beside].map((field) => {
      const codesOf = field.code === 'KOD' ? (listed ?? field) : field
      return [field.code, { ...field, codesOf }]
    }),
  )
}

/** Says where a list goes on; it is told as `rest`. */
const restartKey = 'REST'

const toFields = (values: FieldValues, known: Known): readonly RegisterFieldView[] =>
  Object.entries(values)
    .filter(([code]) => code !== restartKey)
    .map(([code, { value, text }]) => {
      const field = known.get(code)
      return {
        code,
        name: field?.name.da ?? code,
        label: field?.name ?? say(code, code),
        value,
        text: text ?? null,
        meaning: field === undefined ? null : (meaningOf(field.codesOf, value) ?? null),
      }
    })

const valuesOf = (role: Role, known: Known) =>
  [role.fields, ...Object.values(role.blocks)].flatMap((values) => toFields(values, known))

const rowsOf = (role: Role, known: Known): readonly RegisterRowView[] =>
  role.tables.flatMap(({ name, rows }) =>
    rows.map(({ use, fields }) => ({
      table: name,
      heading: use === 'B',
      fields: toFields(fields, known),
    })),
  )

/** Whom an answer may show: `person` is the one looked up, null in a search. */
export interface Sight {
  readonly person: string | null
  readonly isProtected: boolean
  readonly isShown: boolean
}

/** Whether an answer itself says that the person looked up is protected. */
export const saysProtected = ({ said, rows }: ReadAnswer, person: string): boolean =>
  isMarked(said) || rows.some(({ fields }) => numberIn(fields) === person && isMarked(fields))

/** Whether an answer tells name or address of somebody without saying whether they are protected. */
export const tellsUnmarked = ({ said, rows }: ReadAnswer): boolean =>
  tellsWho(said) || rows.some(({ fields }) => numberIn(fields) === '' && tellsWho(fields))

/** The answer as it may be seen: a protected person without name and address. */
export function toLookUpView({ said, rows, head }: ReadAnswer, sight: Sight): LookUpView {
  const isVeiled = sight.isProtected && !sight.isShown
  const shown = isVeiled ? withVeil(said) : said
  const isHidden = ({ fields }: RegisterRowView): boolean =>
    isMarked(fields) && !(sight.isShown && numberIn(fields) === sight.person)
  const hidden = rows.filter(isHidden)
  return {
    ...head,
    fields: firstBy(shown, ({ name }) => name),
    raw: firstBy(shown, ({ code }) => code),
    said: shown,
    rows: rows.map((row) => ({ ...row, fields: fieldsIn(row, isHidden(row), isVeiled) })),
    protected: sight.isProtected || hidden.length > 0,
    shown: !isVeiled && hidden.length === 0,
  }
}

function fieldsIn({ fields }: RegisterRowView, isHidden: boolean, isVeiled: boolean) {
  if (isHidden) return withoutRest(fields)
  // A row that names nobody is about the person looked up.
  return isVeiled && numberIn(fields) === '' ? withVeil(fields) : fields
}

function firstBy(
  fields: readonly RegisterFieldView[],
  key: (field: RegisterFieldView) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.toReversed().map((field) => [key(field), field.value]))
}
