import type { Text } from '@sagsgang/events'

/** A text that stands in a cell or a list. */
export const plain = (words: string): string =>
  words.replaceAll('\n', ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').trim()

/** Danish first: the law and the register speak it. */
export const both = ({ da, en }: Text): string =>
  da === en ? plain(da) : `${plain(da)}<br>*${plain(en)}*`

export const coded = (word: string): string => (word === '' ? '' : `\`${word}\``)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Nothing, where there are no rows: an empty table says less than a missing one. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
}

export const list = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n')

/** A heading with what belongs under it; left out when there is nothing. */
export function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`
}

export const page = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`
