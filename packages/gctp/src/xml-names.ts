/** Names and white space as XML 1.0 defines them, for those of regular expressions are wider. */

const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const further = '\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040'
const part = `[${start}][${start}${further}]*`

/** The source of a pattern for a name with at most one prefix. */
export const nameSource = `${part}(?::${part})?`

/** The source of a pattern for one blank: the no-break space of ISO-8859-1 is text. */
export const blankSource = '[ \\t\\r\\n]'

const blanks = ' \t\r\n'

/** Walked by hand: a pattern for the end begins anew at every blank, which takes minutes for a million of them. */
export function withoutBlanks(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && blanks.includes(text.charAt(from))) from += 1
  while (to > from && blanks.includes(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
