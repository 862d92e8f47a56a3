import { checkGrammar, findChild, findData, findGctp, getAttribute, getChild } from './grammar.ts'
import { childrenOf } from './grammar.ts'
import type { Action, DialogueState, Fields, Read, Reply } from './message.ts'
import { developmentProfile, type Profile } from './profile.ts'
import { mainRole, systems } from './public-words.ts'
import { readFields, readRoles, readTables } from './read-fields.ts'
import { readReceipt } from './read-receipt.ts'
import { renameReply } from './rename.ts'
import { attempt, UnreadableMessage } from './unreadable.ts'
import { parseXml, type XmlElement } from './xml-parse.ts'

/** What the reply must echo to be the answer to our call. */
export interface Expectation {
  readonly type?: Reply['type']
  readonly service?: string
  readonly dialogue?: string
  readonly keys?: Fields
}

export interface ReadReplyOptions {
  readonly contentType?: string | null
  readonly expect?: Expectation
  readonly profile?: Profile
}

/** Reads what the register answered. Never throws, never guesses. */
export function readReply(bytes: Uint8Array, options: ReadReplyOptions = {}): Read<Reply> {
  return attempt(() => {
    const profile = options.profile ?? developmentProfile
    const root = parseXml(bytes, options.contentType ?? null)
    requireOneReceipt(root)
    const unknown = checkGrammar(root)
    const gctp = findGctp(root)
    const security = findChild(gctp, 'Sik')
    const system = findChild(gctp, 'System')
    if ((security === undefined) === (system === undefined)) refuse('grammar')
    const said =
      security === undefined
        ? readAnswer(getChild(gctp, 'System'), unknown, profile)
        : readSignOnAnswer(security, unknown, profile)
    const reply = renameReply(said, profile, 'fromWire')
    checkEcho(reply, options.expect ?? {})
    return reply
  })
}

function refuse(reason: 'grammar' | 'receipt' | 'mismatch'): never {
  throw new UnreadableMessage(reason)
}

function countReceipts(element: XmlElement): number {
  const own = element.name === 'Kvit' ? 1 : 0
  return element.children.reduce((count, child) => count + countReceipts(child), own)
}

/** Counted over the whole tree, so that none hides in a part the grammar does not know. */
function requireOneReceipt(root: XmlElement): void {
  const gctp = root.name === 'root' ? findChild(root, 'Gctp') : root
  const security = childrenOf(gctp, 'Sik').flatMap((element) => childrenOf(element, 'Kvit'))
  const services = childrenOf(gctp, 'System').flatMap((element) => childrenOf(element, 'Service'))
  const placed = [...security, ...services.flatMap((element) => childrenOf(element, 'Kvit'))]
  if (gctp === undefined) refuse('grammar')
  if (placed.length !== 1 || countReceipts(root) !== 1) refuse('receipt')
}

function readSignOnAnswer(
  security: XmlElement,
  unknown: readonly string[],
  profile: Profile,
): Reply {
  return {
    type: 'signOn',
    service: '',
    keys: readFields(undefined),
    authority: null,
    state: null,
    dialogue: null,
    actions: [],
    roles: [],
    receipt: readReceipt(getChild(security, 'Kvit'), 'signOn', profile),
    unknown,
  }
}

function readAnswer(system: XmlElement, unknown: readonly string[], profile: Profile): Reply {
  const element = getChild(system, 'Service')
  const header = getChild(element, 'CprServiceHeader')
  const service = getAttribute(element, 'r')
  const named = header.attributes.get('r') ?? service
  if (!isSame(named, service)) refuse('mismatch')
  const word = header.attributes.get('a') ?? ''
  const state = findState(word, profile)
  return {
    type: readType(getAttribute(system, 'r')),
    service,
    keys: readFields(findChild(header, 'Key')),
    authority: header.attributes.get('mk') ?? null,
    state,
    dialogue: header.attributes.get('ts') || null,
    actions: readActions(header, profile),
    roles: readRoles(findData(element, header)),
    receipt: readReceipt(getChild(element, 'Kvit'), 'service', profile),
    unknown: state === null && word !== '' ? [...unknown, 'CprServiceHeader@a'] : unknown,
  }
}

function readType(system: string): 'read' | 'update' {
  if (system === systems.read) return 'read'
  return system === systems.update ? 'update' : refuse('grammar')
}

const states: readonly DialogueState[] = [
  'initiated',
  'faulty',
  'warned',
  'valid',
  'saved',
  'waiting',
  'aborted',
]

function findState(word: string, profile: Profile): DialogueState | null {
  return states.find((state) => profile.states[state] === word) ?? null
}

function readActions(header: XmlElement, profile: Profile): readonly Action[] {
  const table = readTables(header).find(({ name }) => name === profile.actionTable)
  const offered = table?.rows.map((row) => row.fields[profile.actionField]?.value) ?? []
  const known: readonly Action[] = ['validate', 'save', 'abort']
  return known.filter((action) => offered.includes(profile.actions[action].word))
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** A reply about another service, conversation or person is not ours, however well it reads. */
function checkEcho(reply: Reply, expect: Expectation): void {
  // "Not signed on" answers any call, in the frame of a sign-on.
  if (reply.type === 'signOn' && reply.receipt.outcome === 'error') return
  const { type = reply.type, service = reply.service, keys = {} } = expect
  if (type !== reply.type || !isSame(service, reply.service)) refuse('mismatch')
  checkDialogue(reply, expect.dialogue)
  checkKeys(reply, keys)
}

/** Bad news about a conversation that the register does not know may leave it out. */
function checkDialogue({ dialogue, receipt }: Reply, asked: string | undefined): void {
  if (asked === undefined || dialogue === asked) return
  if (dialogue !== null || receipt.outcome !== 'error') refuse('mismatch')
}

/** Not every answer repeats the keys; one that does must repeat ours. */
function checkKeys(reply: Reply, asked: Fields): void {
  const repeated = Object.entries(asked).filter(([code]) => Object.hasOwn(reply.keys, code))
  if (repeated.some(([code, value]) => reply.keys[code] !== value)) refuse('mismatch')
  const named = personsOf(reply)
  const isAsked = asked['PNR'] !== undefined && !Object.hasOwn(reply.keys, 'PNR')
  if (isAsked && named.length > 0 && !named.includes(asked['PNR'])) refuse('mismatch')
}

/** A lookup without keys in its answer still names the person that it is about, in whatever order its blocks come. */
function personsOf({ type, roles }: Reply): readonly (string | undefined)[] {
  const main = roles.find(({ name }) => name === mainRole)
  if (type !== 'read' || main === undefined) return []
  const own = main.fields['PNR']?.value
  if (own) return [own]
  return Object.values(main.blocks)
    .map((fields) => fields['PNR']?.value)
    .filter(Boolean)
}
