import { UnreadableMessage } from '../unreadable.ts'
import { withoutBlanks } from '../xml-names.ts'
import { isNamed, type NamedElement, onlyOne, textOf } from './named-element.ts'
import type { SoapProfile } from './soap-profile.ts'
import { envelopeSpace, type FaultKind, faultKinds, type SoapFault } from './soap-words.ts'

/** The parts of a fault are in no namespace, says SOAP 1.1; its code is a name in SOAP's own. */
export function faultIn(element: NamedElement, profile: SoapProfile): SoapFault {
  return {
    kind: kindIn(onlyOne(element, '', 'faultcode')),
    text: onlyOne(element, '', 'faultstring').text,
    code: codeIn(element, profile),
  }
}

/** `Client.Authentication` is a kind of `Client`. */
function kindIn(code: NamedElement): FaultKind {
  const written = code.nameOf(withoutBlanks(textOf(code)))
  const kind = faultKinds.find((one) => {
    const name = `{${envelopeSpace}}${one}`
    return written === name || written.startsWith(`${name}.`)
  })
  if (kind === undefined) throw new UnreadableMessage('grammar')
  return kind
}

/** Details are the platform's own: one that is not as known says nothing, and takes nothing from the fault. */
function codeIn(element: NamedElement, { fault: names }: SoapProfile): string | null {
  const details = inside([element], '', 'detail')
  const faults = inside(details, names.space, names.element)
  const lists = inside(faults, names.space, names.list)
  const [entry, ...others] = inside(lists, names.space, names.entry)
  if (entry === undefined || others.length > 0) return null
  const [code, ...more] = inside([entry], names.space, names.code)
  return code === undefined || more.length > 0 ? null : withoutBlanks(code.text) || null
}

function inside(parents: readonly NamedElement[], space: string, name: string) {
  return parents.flatMap(({ children }) => children.filter((child) => isNamed(child, space, name)))
}
