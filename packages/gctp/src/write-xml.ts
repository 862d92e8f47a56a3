import { toWritable } from './characters.ts'
import type { Fields } from './message.ts'
import type { ProtocolVersion } from './profile.ts'
import { declaration, namespace } from './public-words.ts'

type Attributes = Readonly<Record<string, string | null | undefined>>

/** One element; attributes without value are left out. Names come from code, never from data. */
export function element(name: string, attributes: Attributes, children: readonly string[]): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value != null) written += ` ${key}="${escape(value)}"`
  }
  const inner = children.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/**
 * The upper half's signs go as references, so that no two bytes of ours look like UTF-8 and every
 * reader agrees on the encoding.
 */
function escape(value: string): string {
  return toWritable(value).replaceAll(
    /[&<>"'\t\n\r\u00A0-\u00BF]/g,
    (character) => named[character] ?? `&#${character.charCodeAt(0)};`,
  )
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** An empty field stands without `v`. */
export function field(code: string, value: string, text?: string): string {
  return element('Field', { r: code, v: value === '' ? null : value, t: text }, [])
}

export function fieldList(fields: Fields): readonly string[] {
  return Object.entries(fields).map(([code, value]) => field(code, value))
}

/** The whole message as bytes in ISO-8859-1. */
export function document(
  content: string,
  version: ProtocolVersion,
  environment?: string,
): Uint8Array {
  const gctp = element('Gctp', { v: version, env: environment }, [content])
  const text = `${declaration}\n${element('root', { xmlns: namespace }, [gctp])}`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
