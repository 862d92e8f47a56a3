import { namespace } from '../public-words.ts'
import { UnreadableMessage } from '../unreadable.ts'
import { withoutDeclaration } from '../xml-decode.ts'

/** A message as it came out of an envelope, in bytes for the one reader. */
export interface CarriedDocument {
  readonly bytes: Uint8Array
  readonly contentType: string
}

const beginning = '<Gctp '
const end = '</Gctp>'

/** A request travels bare: without declaration and root, in a namespace of its own. */
export function toBareText(document: Uint8Array): string {
  const text = Buffer.from(document).toString('latin1')
  const from = text.indexOf(beginning)
  const to = text.lastIndexOf(end)
  if (from === -1 || to === -1) throw new Error('a message to be carried has no Gctp')
  return `${beginning}xmlns="${namespace}" ${text.slice(from + beginning.length, to)}${end}`
}

/** An answer travels whole, but for what its declaration says of bytes. */
export function toWholeText(document: Uint8Array): string {
  return withoutDeclaration(Buffer.from(document).toString('latin1')).trim()
}

/** Signs again as the bytes that the register would have sent by itself. */
export function toDocument(text: string): CarriedDocument {
  const signs = withoutDeclaration(text)
  // The reader would forgive a second one.
  if (signs.startsWith('<?')) throw new UnreadableMessage('dtd')
  if (/[^\0-\u00FF]/.test(signs)) throw new UnreadableMessage('encoding')
  return {
    bytes: new Uint8Array(Buffer.from(signs, 'latin1')),
    contentType: 'text/xml;charset=ISO-8859-1',
  }
}
