import type { ReadRequest, Request, SignOff, SignOn, UpdateRequest } from './message.ts'
import { developmentProfile, type Profile } from './profile.ts'
import {
  mainRole,
  newPasswordFunction,
  primaryEvent,
  secondaryEvent,
  signOnFunction,
  systems,
  useWaiting,
} from './public-words.ts'
import { renameRequest } from './rename.ts'
import { document, element, fieldList } from './write-xml.ts'

type Writers = {
  readonly [Type in Request['type']]: (
    request: Extract<Request, { type: Type }>,
    profile: Profile,
  ) => string
}

const writers: Writers = {
  signOn: writeSignOn,
  signOff: (request, profile) => writeSignOff(request, profile),
  read: writeRead,
  update: writeUpdate,
}

/** A request as the bytes to send; throws `UnwritableText` on what ISO-8859-1 cannot carry. */
export function writeRequest(request: Request, profile: Profile = developmentProfile): Uint8Array {
  return document(write(renameRequest(request, profile, 'toWire'), profile), profile.version)
}

function write<Type extends Request['type']>(
  request: Extract<Request, { type: Type }>,
  profile: Profile,
): string {
  return writers[request.type](request, profile)
}

function writeSignOn({ user, password, newPassword }: SignOn): string {
  const called = newPassword === undefined ? signOnFunction : newPasswordFunction
  return element('Sik', { function: called, userid: user, password, newpass1: newPassword }, [])
}

function writeSignOff({ user }: SignOff, profile: Profile): string {
  return element('Sik', { function: profile.signOffFunction, userid: user }, [])
}

function writeRead({ service, keys }: ReadRequest): string {
  const header = element('CprServiceHeader', { r: service }, [element('Key', {}, fieldList(keys))])
  return element('System', { r: systems.read }, [element('Service', { r: service }, [header])])
}

function writeUpdate(request: UpdateRequest, profile: Profile): string {
  const { service, action, primaryDialogue } = request
  const attributes = {
    r: service,
    a: action === null ? null : profile.actions[action].word,
    st: primaryDialogue === undefined ? primaryEvent : secondaryEvent,
    u: request.wait === true ? useWaiting : null,
    ts: request.dialogue,
    mk: request.authority === '' ? null : request.authority,
    pt: primaryDialogue,
    pv: request.onBehalfOf,
  }
  const header = element('CprServiceHeader', attributes, [
    element('Key', {}, fieldList(request.keys)),
  ])
  const content = [header, writeData(request, profile)]
  return element('System', { r: systems.update }, [element('Service', { r: service }, content)])
}

function writeData({ data, tables }: UpdateRequest, profile: Profile): string {
  const rows = Object.entries(tables ?? {}).map(([name, list]) =>
    element(
      'Table',
      { r: name },
      list.map((fields, index) => element('Row', { k: `${index + 1}` }, fieldList(fields))),
    ),
  )
  const content = [...fieldList(data), ...rows]
  if (content.length === 0) return ''
  const role = element('Rolle', { r: mainRole }, content)
  return element('CprData', { u: profile.dataUse.input }, [role])
}
