/** What may name a namespace, by RFC 3986; hosts in square brackets are left out. */

const plain = `[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}`
const path = `(?:${plain}|[:@/])*`
const authority = `//(?:(?:${plain}|:)*@)?(?:${plain})*(?::\\d{1,5})?(?:/${path})?`
const relative = `(?:${plain}|@)+(?:/${path})?`
const hierarchy = `${authority}|(?!//)/${path}`
const tail = `(?:\\?(?:${plain}|[:@/?])*)?(?:#(?:${plain}|[:@/?])*)?`

const pattern = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.-]*:(?:${hierarchy}|(?!/)${path})|${hierarchy}|${relative}|)${tail}$`,
)

export function isUriReference(text: string): boolean {
  return pattern.test(text)
}
