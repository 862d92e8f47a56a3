import type { Outputs } from '../api.ts'

export type LookUp = Outputs['register']['lookUp']
export type AnsweredRow = LookUp['rows'][number]
export type AnsweredField = AnsweredRow['fields'][number]

/** What was asked; every answer is shown with the purpose it was asked for. */
export interface Question {
  readonly service: string
  readonly kind: 'lookUp' | 'search'
  readonly keys: Readonly<Record<string, string>>
  readonly purpose: string
  /** Whom it is about, where it is about one person. */
  readonly person?: string
  /** Why name and address of a protected person are shown. */
  readonly reason?: string
}

/** An answer with all of its pages that were asked for, as one. */
export interface Answered {
  readonly question: Question
  readonly view: LookUp
}

/** Another page goes below the rows that stand. */
export const joined = (before: LookUp, next: LookUp): LookUp => ({
  ...next,
  rows: [...before.rows, ...next.rows],
  protected: before.protected || next.protected,
  shown: before.shown && next.shown,
  veiled: before.veiled || next.veiled,
})

/** Headings repeat what stands in the rows below them. */
export const rowsIn = ({ rows }: LookUp): readonly AnsweredRow[] =>
  rows.filter(({ heading }) => !heading)

export const isBlank = ({ value }: Pick<AnsweredField, 'value'>): boolean => value.trim() === ''

const isTechnical = ({ kind }: AnsweredField): boolean => kind === 'stamp'

/** The fields that say something; time stamps only to whoever wants them. */
export const saying = (
  fields: readonly AnsweredField[],
  isWhole: boolean,
): readonly AnsweredField[] =>
  fields.filter((field) => !isBlank(field) && (isWhole || !isTechnical(field)))

/** One column for each field that any row says something in, in the order of the rows. */
export const columnsOf = (
  rows: readonly AnsweredRow[],
  isWhole: boolean,
): readonly AnsweredField[] => {
  const columns = new Map<string, AnsweredField>()
  for (const field of rows.flatMap(({ fields }) => saying(fields, isWhole)))
    if (!columns.has(field.code)) columns.set(field.code, field)
  const order = rows.flatMap(({ fields }) => fields.map(({ code }) => code))
  return [...new Set(order)].flatMap((code) => columns.get(code) ?? [])
}

/** Whether a row was corrected or undone: proof of what was said, not of what is so. */
export const isProof = ({ fields }: AnsweredRow): boolean =>
  fields.some((field) => field.kind === 'mark' && !isBlank(field))
