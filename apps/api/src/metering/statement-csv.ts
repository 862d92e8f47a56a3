import type { PriceList } from './price-list.ts'
import { PRICE_PARTS } from './price-list.ts'
import type { Metered } from './statement.ts'

/** As Danish spreadsheets read it: semicolons, a comma before decimals, the mark of UTF-8 first. */
const MARK = '\u{FEFF}'
const END = '\r\n'

const header = [
  'måned',
  'myndighed',
  'bruger',
  'sag',
  'tjeneste',
  'kald',
  'antal',
  'uden svar',
  'pris',
  'beløb',
  'valuta',
]

export function csvHead(): string {
  return `${MARK}${header.join(';')}${END}`
}

export function csvLine(month: string, { currency }: PriceList, row: Metered): string {
  const cells = [
    month,
    row.authority ?? '',
    row.user ?? '',
    row.case ?? '',
    row.service,
    row.action,
    String(row.calls),
    String(row.failed),
    money(row.unitPrice),
    money(row.amount),
    currency,
  ]
  return `${cells.map(cell).join(';')}${END}`
}

function money(parts: number): string {
  return (parts / PRICE_PARTS).toFixed(4).replace('.', ',')
}

/** A cell that a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[";\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
