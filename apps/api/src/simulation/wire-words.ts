import { contentType } from '@sagsgang/gctp'
import type { Spoken } from '@sagsgang/register'

import type { Reply } from './fates.ts'
import type { CarriedCall } from './run.ts'

/** What a call says, as far as whoever carries it has to know. */
export interface Said {
  readonly action: CarriedCall['action']
  readonly service: string
  readonly dialogue: string
}

const actions: Readonly<Record<string, CarriedCall['action']>> = {
  VALIDER: 'validate',
  GEM: 'save',
  AFBRYD: 'abort',
}

const ACTION = /\sa="([^"]*)"/u
const SERVICE = /\sr="([^"]*)"/u
const DIALOGUE = /\sts="([^"]*)"/u

export function readSaid(bytes: Uint8Array): Said {
  const text = Buffer.from(bytes).toString('latin1')
  if (text.includes('<Sik ')) return { action: 'signOn', service: '', dialogue: '' }
  const [header = ''] = /<CprServiceHeader[^>]*>/u.exec(text) ?? []
  const attribute = (pattern: RegExp) => pattern.exec(header)?.[1] ?? ''
  const isUpdate = text.includes('<System r="CprAjour"')
  const action = actions[attribute(ACTION)] ?? (isUpdate ? 'initiate' : 'read')
  return { action, service: attribute(SERVICE), dialogue: attribute(DIALOGUE) }
}

/** Whether somebody is signed on by this answer. */
export function isSignedOn({ bytes }: Spoken): boolean {
  return Buffer.from(bytes).toString('latin1').includes('v="900"')
}

/** Whether this answer says that something was saved. */
export function isSaved({ bytes }: Spoken): boolean {
  return Buffer.from(bytes).toString('latin1').includes(' a="GEMT"')
}

type Spoiling = Extract<Reply, { type: 'spoilt' }>['by']

const nobodysCode = '<Kvit r="Fejl" t="Ukendt" v="4711"'
const somebodyElse = '0709614304'

const spoilers: Readonly<Record<Spoiling, (text: string) => string>> = {
  cut: (text) => text.slice(0, Math.floor(text.length / 2)),
  page: () => '<html><body>OK</body></html>',
  code: (text) =>
    text.replace(/<Kvit [^>]*?(\/?>)/u, `${nobodysCode}$1`).replace(' a="GEMT"', ' a="FEJL"'),
  person: (text) =>
    text.replace(/(<Field r="M?PNR" v=")\d{10}/u, (_, begin: string) => `${begin}${somebodyElse}`),
}

/** The same answer as somebody hears it whom it did not reach whole. */
export function spoil(spoken: Spoken, by: Spoiling): Spoken {
  const text = Buffer.from(spoken.bytes).toString('latin1')
  return { ...spoken, bytes: Buffer.from(spoilers[by](text), 'latin1') }
}

export const unavailable: Spoken = {
  status: 503,
  contentType,
  cookies: [],
  bytes: Buffer.from('lukket'),
}
