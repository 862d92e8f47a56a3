import { toBareText, toWholeText } from './carried-document.ts'
import type { SoapAgreement, SoapProfile } from './soap-profile.ts'
import { envelopeSpace, type SoapFault } from './soap-words.ts'

/** One call of one service: an agreement, with its one name of the service. */
export type Invocation = Pick<SoapAgreement, 'agreement' | 'userSystem' | 'user' | 'service'>

/** The whole call as bytes: ASCII alone, so that nobody can read it in a wrong encoding. */
export function writeSoapRequest(
  document: Uint8Array,
  invocation: Invocation,
  profile: SoapProfile,
): Uint8Array {
  const { context } = profile
  const who = (['agreement', 'userSystem', 'user', 'service'] as const)
    .map((part) => tag(`i:${context[part]}`, escape(invocation[part])))
    .join('')
  const said = [
    tag(`i:${context.element}`, who, ` xmlns:i="${escape(context.space)}"`),
    tag(`p:${profile.message}`, escape(toBareText(document))),
  ]
  return envelope(inSpace(profile, profile.request, said.join('')))
}

export function writeSoapReply(document: Uint8Array, profile: SoapProfile): Uint8Array {
  const result = tag(`p:${profile.result}`, escape(toWholeText(document)))
  return envelope(inSpace(profile, profile.response, result))
}

export function writeSoapFault({ kind, text, code }: SoapFault, profile: SoapProfile): Uint8Array {
  const { fault: names } = profile
  const entry = [tag(`f:${names.code}`, escape(code ?? '')), tag(`f:${names.text}`, escape(text))]
  const list = tag(`f:${names.list}`, tag(`f:${names.entry}`, entry.join('')))
  const detail = tag(`f:${names.element}`, list, ` xmlns:f="${escape(names.space)}"`)
  const parts = [
    tag('faultcode', `s:${kind}`),
    tag('faultstring', escape(text)),
    code === null ? '' : tag('detail', detail),
  ]
  return envelope(tag('s:Fault', parts.join('')))
}

function inSpace(profile: SoapProfile, name: string, inner: string): string {
  return tag(`p:${name}`, inner, ` xmlns:p="${escape(profile.space)}"`)
}

function envelope(body: string): Uint8Array {
  const inner = tag('s:Envelope', tag('s:Body', body), ` xmlns:s="${envelopeSpace}"`)
  return new Uint8Array(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${inner}`, 'latin1'))
}

/** Names come from a profile, never from data. */
function tag(name: string, inner: string, attributes = ''): string {
  return `<${name}${attributes}>${inner}</${name}>`
}

function escape(text: string): string {
  return text.replaceAll(
    /[&<>"\r]|[^\0-\u007E]/gu,
    (sign) => named[sign] ?? `&#${sign.codePointAt(0)};`,
  )
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
