import type { FieldView } from './field-values.ts'

/** A code from a long list is typed as itself or by its name, in either language. */

type Options = NonNullable<FieldView['options']>

const shortestBeginning = 3
const plain = (words: string) => words.trim().toLocaleLowerCase('da')

/** What cannot be read as one code is kept as typed: the rules name it, nothing typed is lost. */
export const toCode = (options: Options | undefined, typed: string): string => {
  const words = plain(typed)
  if (options === undefined || words === '') return typed.trim()
  const matches = [
    ({ code }: Options[number]) => plain(code) === words,
    ({ name }: Options[number]) => [name.da, name.en].some((one) => plain(one) === words),
    ({ name }: Options[number]) =>
      words.length >= shortestBeginning &&
      [name.da, name.en].some((one) => plain(one).startsWith(words)),
  ]
  const found = matches.map((isMeant) => options.filter(isMeant)).find((meant) => meant.length > 0)
  const [only, ...others] = found ?? []
  return only !== undefined && others.length === 0 ? only.code : typed.trim()
}
