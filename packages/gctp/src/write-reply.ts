import type { FieldValues, Receipt, ReceiptMessage, Reply, Role, Table } from './message.ts'
import { developmentProfile, type Profile } from './profile.ts'
import {
  doneWord,
  primaryEvent,
  receiptTextField,
  returnCodeWord,
  systems,
} from './public-words.ts'
import { renameReply } from './rename.ts'
import { document, element, field, fieldList } from './write-xml.ts'

export interface WriteReplyOptions {
  readonly profile?: Profile
  /** Names a test environment, as the office's own does. */
  readonly environment?: string
}

/** A reply as the bytes to send; throws `UnwritableText` on what ISO-8859-1 cannot carry. */
export function writeReply(reply: Reply, options: WriteReplyOptions | Profile = {}): Uint8Array {
  const { profile, environment } = toOptions(options)
  const named = renameReply(reply, profile, 'toWire')
  const content = reply.type === 'signOn' ? writeSecurity(reply) : writeAnswer(named, profile)
  return document(content, profile.version, environment)
}

function toOptions(options: WriteReplyOptions | Profile): {
  profile: Profile
  environment?: string
} {
  if ('version' in options) return { profile: options }
  const { profile = developmentProfile, environment } = options
  return environment === undefined ? { profile } : { profile, environment }
}

function writeSecurity({ receipt }: Reply): string {
  const { code, text } = receipt
  return element('Sik', {}, [element('Kvit', { r: returnCodeWord, t: text, v: `${code}` }, [])])
}

function writeAnswer(reply: Reply, profile: Profile): string {
  const isUpdate = reply.type === 'update'
  const attributes = {
    r: reply.service,
    a: reply.state === null ? null : profile.states[reply.state],
    st: isUpdate ? primaryEvent : null,
    ts: reply.dialogue,
    mk: reply.authority,
  }
  const keys = fieldList(reply.keys)
  const header = element('CprServiceHeader', attributes, [
    keys.length > 0 ? element('Key', {}, keys) : '',
    writeActions(reply, profile),
  ])
  const data = reply.roles.map(writeRole)
  const use = { u: profile.dataUse.output }
  return element('System', { r: systems[isUpdate ? 'update' : 'read'] }, [
    element('Service', { r: reply.service }, [
      header,
      data.length > 0 ? element('CprData', use, data) : '',
      writeReceipt(reply.receipt, profile),
    ]),
  ])
}

function writeActions({ actions }: Reply, profile: Profile): string {
  if (actions.length === 0) return ''
  const rows = actions.map((action, index) => {
    const { word, text } = profile.actions[action]
    return element('Row', { k: `${index + 1}` }, [field(profile.actionField, word, text)])
  })
  return element('Table', { r: profile.actionTable }, rows)
}

function writeRole(role: Role): string {
  const blocks = Object.entries(role.blocks).map(([name, fields]) =>
    element('Praes', { r: name }, valueList(fields)),
  )
  const content = [...valueList(role.fields), ...blocks, ...role.tables.map(writeTable)]
  return element('Rolle', { r: role.name }, content)
}

function valueList(fields: FieldValues): readonly string[] {
  return Object.entries(fields).map(([code, { value, text }]) => field(code, value, text))
}

function writeTable({ name, total, rows }: Table): string {
  const written = rows.map(({ key, use, fields }) =>
    element('Row', { k: key, u: use }, valueList(fields)),
  )
  return element('Table', { r: name, aia: total === null ? null : `${total}` }, written)
}

function writeReceipt({ outcome, code, text, messages }: Receipt, profile: Profile): string {
  const word = outcome === 'done' ? doneWord : profile.receiptWords[outcome]
  const rows = messages.map((message, index) =>
    element('Row', { k: `${index + 1}` }, writeMessage(message, profile)),
  )
  const table = rows.length > 0 ? element('Table', { r: profile.receiptTable }, rows) : ''
  return element('Kvit', { r: word, t: text, v: `${code}` }, [table])
}

function writeMessage(message: ReceiptMessage, profile: Profile): readonly string[] {
  const names = profile.receiptFields
  return [
    field(names.code, message.code === null ? '' : `${message.code}`),
    field(receiptTextField, message.text),
    field(names.field, message.field ?? ''),
    field(names.severity, profile.severities[message.severity]),
  ]
}
