import type { Read } from '../message.ts'
import { attempt, UnreadableMessage } from '../unreadable.ts'
import { withoutBlanks } from '../xml-names.ts'
import { parseCarryingXml } from '../xml-parse.ts'
import { type CarriedDocument, toDocument } from './carried-document.ts'
import { faultIn } from './fault-in.ts'
import { isNamed, type NamedElement, onlyOne, textOf, toNamed } from './named-element.ts'
import type { SoapProfile } from './soap-profile.ts'
import { envelopeSpace, type SoapFault } from './soap-words.ts'
import type { Invocation } from './write-envelope.ts'

export type SoapReply =
  | { readonly type: 'carried'; readonly document: CarriedDocument }
  | { readonly type: 'fault'; readonly fault: SoapFault }

export interface SoapRequest {
  readonly invocation: Invocation
  readonly document: CarriedDocument
}

/** Reads what came back, an answer or a fault. Never throws, never guesses. */
export function readSoapReply(
  bytes: Uint8Array,
  contentType: string | null,
  profile: SoapProfile,
): Read<SoapReply> {
  return attempt(() => {
    const said = saidIn(bytes, contentType)
    if (isNamed(said, envelopeSpace, 'Fault'))
      return { type: 'fault', fault: faultIn(said, profile) }
    if (!isNamed(said, profile.space, profile.response)) refuse()
    const result = onlyOne(said, profile.space, profile.result)
    return { type: 'carried', document: toDocument(textOf(result)) }
  })
}

export function readSoapRequest(
  bytes: Uint8Array,
  contentType: string | null,
  profile: SoapProfile,
): Read<SoapRequest> {
  return attempt(() => {
    const said = saidIn(bytes, contentType)
    if (!isNamed(said, profile.space, profile.request)) refuse()
    const { space, element, ...names } = profile.context
    const context = onlyOne(said, space, element)
    const part = (name: string): string => withoutBlanks(textOf(onlyOne(context, space, name)))
    const invocation = {
      agreement: part(names.agreement),
      userSystem: part(names.userSystem),
      user: part(names.user),
      service: part(names.service),
    }
    const message = onlyOne(said, profile.space, profile.message)
    return { invocation, document: toDocument(textOf(message)) }
  })
}

function refuse(): never {
  throw new UnreadableMessage('grammar')
}

/** The one element of the one body. */
function saidIn(bytes: Uint8Array, contentType: string | null): NamedElement {
  const root = toNamed(parseCarryingXml(bytes, contentType))
  if (!isNamed(root, envelopeSpace, 'Envelope')) refuse()
  const [first, ...others] = root.children
  const isHeaded = first !== undefined && isNamed(first, envelopeSpace, 'Header')
  if (isHeaded) checkHeader(first)
  const body = alone(root, isHeaded ? others : root.children)
  if (!isNamed(body, envelopeSpace, 'Body')) refuse()
  return alone(body, body.children)
}

/** The only one of some parts, with no text about it. */
function alone(parent: NamedElement, parts: readonly NamedElement[]): NamedElement {
  const [only, ...others] = parts
  if (only === undefined || others.length > 0 || parent.hasText) return refuse()
  return only
}

/** Nothing in a header is known here; what must be understood makes the rest mean something else. */
function checkHeader(header: NamedElement): void {
  const binds = header.children.some(({ attributes }) => {
    const must = attributes.get(`{${envelopeSpace}}mustUnderstand`)
    return must !== undefined && must !== '0'
  })
  if (binds || header.hasText) refuse()
}
