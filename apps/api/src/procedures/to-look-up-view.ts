import { say } from '@sagsgang/events'
import { findField, findReceipt, type findService } from '@sagsgang/gctp'
import type { FieldValues, LookUpAnswer, Role, ServiceField } from '@sagsgang/gctp'

import type { LookUpView, RegisterFieldView, RegisterRowView } from '../register-view.ts'
import { valueKindOf, valueMeaningOf } from './value-kind.ts'
import { isMarked, numberIn, tellsWho, withoutRest, withVeil } from './veil.ts'

type Description = NonNullable<ReturnType<typeof findService>>
type Found = Exclude<LookUpAnswer, { type: 'failed' }>

/** An answer in words, before anybody is kept from seeing it. */
export interface ReadAnswer {
  readonly said: readonly RegisterFieldView[]
  readonly rows: readonly ReadRow[]
  readonly head: Pick<LookUpView, 'service' | 'receipt' | 'found' | 'total' | 'rest'>
}

type ReadRow = Pick<RegisterRowView, 'table' | 'heading' | 'fields'>

type Keys = Readonly<Record<string, string>>

/** The register's answer by name and by its own codes, side by side. */
export function readAnswer(service: Description, answer: Found, keys: Keys): ReadAnswer {
  const { code, text } = answer.receipt
  const meaning = findReceipt(code)?.text ?? null
  const head = { service: service.id, receipt: { code, text, meaning } }
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
        kind: valueKindOf(field),
        value,
        text: text ?? null,
        meaning: field === undefined ? null : valueMeaningOf(field.codesOf, value),
      }
    })

const valuesOf = (role: Role, known: Known) =>
  [role.fields, ...Object.values(role.blocks)].flatMap((values) => toFields(values, known))

const rowsOf = (role: Role, known: Known): readonly ReadRow[] =>
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
  const isCovered = ({ fields }: ReadRow): boolean =>
    isMarked(fields) && !(sight.isShown && numberIn(fields) === sight.person)
  const seen = rows.map((row) => ({ row, covered: isCovered(row) }))
  const isAnyCovered = seen.some(({ covered }) => covered)
  return {
    ...head,
    fields: firstBy(shown, ({ name }) => name),
    raw: firstBy(shown, ({ code }) => code),
    said: shown,
    rows: withoutHomes(seen).map(({ row, covered }) => ({
      ...row,
      person: personIn(row),
      covered,
      fields: fieldsIn(row, covered, isVeiled),
    })),
    protected: sight.isProtected || isAnyCovered,
    shown: !isVeiled && !isAnyCovered,
    veiled: isVeiled,
  }
}

interface SeenRow {
  readonly row: ReadRow
  readonly covered: boolean
}

/** Under a heading, or between two, a row tells where somebody lives: whoever is covered stands last, under none. */
function withoutHomes(seen: readonly SeenRow[]): readonly SeenRow[] {
  const open = seen.filter(({ covered }) => !covered)
  if (open.length === seen.length || seen.every(({ row }) => !row.heading)) return seen
  const isEmpty = ({ row }: SeenRow, place: number): boolean =>
    row.heading && (open[place + 1]?.row.heading ?? true)
  return [
    ...open.filter((one, place) => !isEmpty(one, place)),
    ...seen.filter(({ covered }) => covered),
  ]
}

/** Some rows name a relative by birth date, or nobody. */
function personIn({ heading, fields }: ReadRow): string | null {
  const number = numberIn(fields)
  return !heading && /^\d{10}$/.test(number) ? number : null
}

function fieldsIn({ fields }: ReadRow, isCovered: boolean, isVeiled: boolean) {
  if (isCovered) return withoutRest(fields)
  // A row that names nobody is about the person looked up.
  return isVeiled && numberIn(fields) === '' ? withVeil(fields) : fields
}

function firstBy(
  fields: readonly RegisterFieldView[],
  key: (field: RegisterFieldView) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.toReversed().map((field) => [key(field), field.value]))
}
