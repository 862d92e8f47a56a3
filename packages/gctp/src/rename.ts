import type { Fields, FieldValues, ReadRequest, Reply, Request, Role, Table } from './message.ts'
import type { UpdateRequest } from './message.ts'
import type { Profile } from './profile.ts'
import { restartKey } from './public-words.ts'
import { UnreadableMessage } from './unreadable.ts'

/** One way of naming services and fields, by another. */
interface Names {
  readonly services: ReadonlyMap<string, string>
  readonly fields: ReadonlyMap<string, string>
  /** In an answer also the restart key, which has a place of its own there. */
  readonly answered: ReadonlyMap<string, string>
}

interface Renaming {
  readonly toWire: Names
  readonly fromWire: Names
}

const renamings = new WeakMap<Profile, Renaming | null>()

/** Null where a profile names everything as we do: then nothing is to be done. */
function getRenaming(profile: Profile): Renaming | null {
  const kept = renamings.get(profile)
  if (kept !== undefined) return kept
  const made = makeRenaming(profile)
  renamings.set(profile, made)
  return made
}

function makeRenaming({ names, restField }: Profile): Renaming | null {
  const services = Object.entries(names.services)
  const fields = Object.entries(names.fields)
  const answered = restField === restartKey ? fields : [...fields, pair(restartKey, restField)]
  if (services.length === 0 && answered.length === 0) return null
  const all = { services, fields, answered }
  return { toWire: toNames(all, (one) => one), fromWire: toNames(all, turned) }
}

type Pair = readonly [string, string]
const pair = (one: string, other: string): Pair => [one, other]
const turned = ([one, other]: Pair): Pair => [other, one]

function toNames(
  { services, fields, answered }: Readonly<Record<keyof Names, readonly Pair[]>>,
  turn: (one: Pair) => Pair,
): Names {
  return {
    services: new Map(services.map(turn).map(([one, other]) => pair(one.toUpperCase(), other))),
    fields: new Map(fields.map(turn)),
    answered: new Map(answered.map(turn)),
  }
}

type Direction = keyof Renaming

/** A request in the profile's names, or from them in ours. */
export function renameRequest<T extends Request>(
  request: T,
  profile: Profile,
  direction: Direction,
): T {
  const names = getRenaming(profile)?.[direction]
  if (names === undefined || !isCall(request)) return request
  const call = { ...request, ...nameCall(request, names) }
  return isUpdate(call) ? { ...call, ...nameData(call, names.fields) } : call
}

const isCall = (request: Request): request is ReadRequest | UpdateRequest =>
  request.type === 'read' || request.type === 'update'

const isUpdate = (request: Request): request is UpdateRequest => request.type === 'update'

function nameCall({ service, keys }: Pick<Reply, 'service' | 'keys'>, names: Names) {
  return {
    service: names.services.get(service.toUpperCase()) ?? service,
    keys: renamed(keys, names.fields),
  }
}

function nameData({ data, tables }: UpdateRequest, names: Names['fields']) {
  const rows = Object.entries(tables ?? {}).map(
    ([name, list]) => [name, list.map((fields: Fields) => renamed(fields, names))] as const,
  )
  return {
    data: renamed(data, names),
    ...(tables !== undefined && { tables: Object.fromEntries(rows) }),
  }
}

/** An answer in the profile's names, or from them in ours. */
export function renameReply(reply: Reply, profile: Profile, direction: Direction): Reply {
  const names = getRenaming(profile)?.[direction]
  if (names === undefined) return reply
  const { receipt, roles } = reply
  const messages = receipt.messages.map((message) => ({
    ...message,
    field: message.field && (names.fields.get(message.field) ?? message.field),
  }))
  return {
    ...reply,
    ...nameCall(reply, names),
    roles: roles.map((role) => nameRole(role, names)),
    receipt: { ...receipt, messages },
  }
}

function nameRole(role: Role, { fields, answered }: Names): Role {
  const name = (values: FieldValues) => renamed(values, fields)
  const nameRows = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, fields: name(row.fields) })),
  })
  const blocks: Record<string, FieldValues> = Object.create(null)
  for (const [block, values] of Object.entries(role.blocks)) blocks[block] = name(values)
  return {
    ...role,
    fields: renamed(role.fields, answered),
    blocks,
    tables: role.tables.map(nameRows),
  }
}

/** In the order they come. Two fields under one name could each be the one that is meant. */
function renamed<T>(
  values: Readonly<Record<string, T>>,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, T>> {
  const all: Record<string, T> = Object.create(null)
  for (const [code, value] of Object.entries(values)) {
    const name = names.get(code) ?? code
    if (name in all) throw new UnreadableMessage('grammar')
    all[name] = value
  }
  return all
}
