import {
  checkGrammar,
  childrenOf,
  findChild,
  findData,
  findGctp,
  getAttribute,
  getChild,
} from './grammar.ts'
import type { Action, Fields, Read, ReadRequest, Request, SignOff, SignOn } from './message.ts'
import type { UpdateRequest } from './message.ts'
import { developmentProfile, type Profile, type ProtocolVersion } from './profile.ts'
import {
  mainRole,
  newPasswordFunction,
  signOnFunction,
  systems,
  useWaiting,
} from './public-words.ts'
import { readFields } from './read-fields.ts'
import { renameRequest } from './rename.ts'
import { attempt, UnreadableMessage } from './unreadable.ts'
import { parseXml, type XmlElement } from './xml-parse.ts'

export interface ReadRequestOptions {
  readonly contentType?: string | null
  readonly profile?: Profile
}

/** A request and the protocol version that it is written in, which is that of its answer. */
export interface Versioned {
  readonly request: Request
  readonly version: ProtocolVersion
}

/** Reads what a client sent. Never throws, never guesses. */
export function readRequest(bytes: Uint8Array, options: ReadRequestOptions = {}): Read<Request> {
  return attempt(() => read(bytes, options).request)
}

export function readVersioned(
  bytes: Uint8Array,
  options: ReadRequestOptions = {},
): Read<Versioned> {
  return attempt(() => read(bytes, options))
}

function read(bytes: Uint8Array, options: ReadRequestOptions): Versioned {
  const root = parseXml(bytes, options.contentType ?? null)
  checkGrammar(root)
  const gctp = findGctp(root)
  const version = gctp.attributes.get('v') === '1.0' ? '1.0' : '2.0'
  const profile = options.profile ?? developmentProfile
  return { version, request: renameRequest(readSaid(gctp, profile), profile, 'fromWire') }
}

function readSaid(gctp: XmlElement, profile: Profile): Request {
  const security = findChild(gctp, 'Sik')
  const system = findChild(gctp, 'System')
  if (security !== undefined && system === undefined) return readSignOn(security, profile)
  if (system !== undefined && security === undefined) return readCall(system, profile)
  return refuse()
}

function refuse(): never {
  throw new UnreadableMessage('grammar')
}

function readSignOn(security: XmlElement, profile: Profile): SignOn | SignOff {
  if (security.children.length > 0) refuse()
  const called = getAttribute(security, 'function')
  const user = getAttribute(security, 'userid')
  if (called === profile.signOffFunction) return { type: 'signOff', user }
  const password = getAttribute(security, 'password')
  if (called === signOnFunction) return { type: 'signOn', user, password }
  if (called !== newPasswordFunction) refuse()
  return { type: 'signOn', user, password, newPassword: getAttribute(security, 'newpass1') }
}

function readCall(system: XmlElement, profile: Profile): ReadRequest | UpdateRequest {
  const element = getChild(system, 'Service')
  const header = getChild(element, 'CprServiceHeader')
  const service = getAttribute(element, 'r')
  const named = header.attributes.get('r') ?? service
  if (named.toLowerCase() !== service.toLowerCase()) throw new UnreadableMessage('mismatch')
  if (findChild(element, 'Kvit') !== undefined) refuse()
  const keys = readFields(findChild(header, 'Key'))
  const name = getAttribute(system, 'r')
  if (name === systems.read) return { type: 'read', service, keys }
  if (name !== systems.update) refuse()
  return { type: 'update', service, keys, ...readUpdate(header, element, profile) }
}

function readUpdate(
  header: XmlElement,
  element: XmlElement,
  profile: Profile,
): Omit<UpdateRequest, 'type' | 'service' | 'keys'> {
  const { attributes } = header
  const primary = attributes.get('pt')
  const onBehalfOf = attributes.get('pv')
  return {
    authority: attributes.get('mk') ?? '',
    action: readAction(attributes.get('a'), profile),
    dialogue: attributes.get('ts') ?? null,
    ...readData(findData(element, header)),
    ...(attributes.get('u') === useWaiting && { wait: true }),
    ...(primary !== undefined && { primaryDialogue: primary }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  }
}

function readAction(word: string | undefined, profile: Profile): Action | null {
  if (word === undefined || word === '') return null
  const { validate, save, abort } = profile.actions
  if (word === validate.word) return 'validate'
  if (word === save.word) return 'save'
  return word === abort.word ? 'abort' : refuse()
}

/** Only the main role carries data; dropping another's would save less than was asked. */
function readData(data: XmlElement | undefined): Pick<UpdateRequest, 'data' | 'tables'> {
  const [main, ...others] = childrenOf(data, 'Rolle')
  if (main === undefined) return { data: readFields(undefined) }
  const isAlone = others.length === 0 && main.attributes.get('r') === mainRole
  if (!isAlone || findChild(main, 'Praes') !== undefined) refuse()
  const tables = readRequestTables(main)
  return { data: readFields(main), ...(Object.keys(tables).length > 0 && { tables }) }
}

function readRequestTables(role: XmlElement): Readonly<Record<string, readonly Fields[]>> {
  const tables: Record<string, readonly Fields[]> = Object.create(null)
  for (const table of childrenOf(role, 'Table')) {
    const name = getAttribute(table, 'r')
    if (name in tables) refuse()
    tables[name] = childrenOf(table, 'Row').map(readFields)
  }
  return tables
}
