import { daRegister } from './da-register.ts'
import type { Texts } from './use-texts.ts'

const isEntity = (word: string): word is keyof typeof daRegister.entities =>
  word in daRegister.entities
const isColumn = (word: string): word is keyof typeof daRegister.columns =>
  word in daRegister.columns

/** What a kind of row and its column are called; the register's own word where there is no other. */
export const entityName = (word: string, t: Texts['t']): string =>
  isEntity(word) ? t(`entities.${word}`) : word

const relatives = ['mother', 'father', 'child'] as const

/** The register has no code for whom a kinship names: the word for it is ours, and is said as one says it. */
export const relativeName = (column: string, value: string, t: Texts['t']): string | undefined => {
  const role = column === 'relation' ? relatives.find((one) => one === value) : undefined
  return role === undefined ? undefined : t(`roles.${role}`)
}

export const columnName = (word: string, t: Texts['t']): string =>
  isColumn(word) ? t(`columns.${word}`) : word
