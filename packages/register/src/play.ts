import type { Entity } from '@sagsgang/events'
import { createClient } from '@sagsgang/gctp'
import type { Client, Fields, LookUpAnswer, SaveAnswer } from '@sagsgang/gctp'

import type { ListedPerson, ShownPerson, ShownRow } from './control.ts'
import { createRegister } from './server.ts'
import type { RegisterOptions, RunningRegister } from './server.ts'
import { demoAccount, demoUser } from './sign-on.ts'
import type { Applied } from './store.ts'

/** A register and a client of it, for tests that tell a story. */
export interface Play {
  readonly register: RunningRegister
  readonly client: Client
  /** Initiates, validates and saves; the first answer that is no acceptance ends it. */
  report(story: Story): Promise<Told>
  look(service: string, keys: Fields): Promise<LookUpAnswer>
  rows(pnr: string, entity: Entity): Promise<readonly ShownRow[]>
  everything(pnr: string): Promise<ShownPerson['rows']>
  people(query: string): Promise<readonly ListedPerson[]>
  control(method: string, path: string, body?: unknown): Promise<Response>
  applied(): Promise<readonly Applied[]>
  /** The register's clock, in milliseconds. */
  now(): Promise<number>
  close(): Promise<void>
}

export interface Story {
  readonly service: string
  readonly keys: Fields
  readonly data?: Fields
  readonly tables?: Readonly<Record<string, readonly Fields[]>>
  readonly authority?: string
}

type Told =
  | SaveAnswer
  | { readonly type: 'lapsed' }
  | { readonly type: 'failed'; readonly reason: string }

/** Bodies that the register wrote itself: their shapes are its own types. */
const parsePerson = (text: string): ShownPerson => JSON.parse(text)
const parsePeople = (text: string): readonly ListedPerson[] => JSON.parse(text)
const parseClock = (text: string): number => {
  const { now }: { now: string } = JSON.parse(text)
  return Date.parse(now)
}
const parseApplied = (text: string): readonly Applied[] => JSON.parse(text)

/** A day like any other, so that no story depends on when it is told. */
const now = (): number => Date.UTC(2026, 10, 23, 9) + Math.floor(performance.now())

export async function play(options: Partial<RegisterOptions> = {}): Promise<Play> {
  const register = await createRegister({
    dataDirectory: null,
    population: 200,
    port: 0,
    now,
    ...options,
  })
  const client = createClient({
    url: register.url,
    user: demoUser,
    password: demoAccount.password,
    now,
  })
  const control = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${register.origin}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const read = async (path: string): Promise<string> => (await control('GET', path)).text()
  const everything = async (pnr: string): Promise<ShownPerson['rows']> =>
    parsePerson(await read(`/control/person/${pnr}`)).rows
  const report = async (story: Story): Promise<Told> => {
    const { service, keys, data = {}, tables = {}, authority = '0851' } = story
    const update = { service, keys, data, tables, authority }
    const begun = await client.initiate(update)
    if (begun.type === 'failed' || begun.type === 'refused') return begun
    const valid = await client.validate(begun.dialogue, update)
    if (valid.type !== 'accepted') return valid
    return client.save(client.prepareSave(begun.dialogue, update))
  }
  return {
    register,
    client,
    control,
    everything,
    report,
    look: (service, keys) => client.lookUp(service, keys),
    rows: async (pnr, entity) => (await everything(pnr))[entity] ?? [],
    applied: async () => parseApplied(await read('/control/applied')),
    now: async () => parseClock(await read('/control/clock')),
    people: async (query) => parsePeople(await read(`/control/people?${query}`)),
    close: async () => {
      await client.close()
      await register.close()
    },
  }
}

/** The fields of a row that a lookup shows as valid, newest first. */
export function valuesOf(answer: LookUpAnswer, table: string): readonly Fields[] {
  if (answer.type !== 'found') return []
  return answer.roles
    .flatMap(({ tables }) => tables.filter(({ name }) => name === table))
    .flatMap(({ rows }) => rows)
    .map(({ fields }) =>
      Object.fromEntries(Object.entries(fields).map(([code, { value }]) => [code, value])),
    )
}

/** Service, table and column where the key of a row of each kind stands. */
const stamps: Readonly<Record<string, readonly [string, string, string]>> = {
  CIV: ['CIVIL1', 'CIVIL1', 'CCIV_TIMSTP'],
  NAVN: ['NAVNE3', 'NAVNE3', 'CNVN_TIMSTP'],
  ADR: ['ADRESSE3', 'ADRESSE3', 'TIMSTP'],
  SLAEGT: ['Familie', 'FAMILIE', 'TIMSTP'],
}

/** The key of a valid row: the newest of its kind, or one so many places further back. */
export async function stampOf(
  register: Play,
  kind: string,
  pnr: string,
  place: number,
): Promise<string> {
  const [service = '', table = '', code = ''] = stamps[kind] ?? []
  const rows = valuesOf(await register.look(service, { PNR: pnr, AKX: 'X' }), table)
  const valid = rows.filter((row) => !['AKM', 'CCIV_AKM', 'CNVN_AKM'].some((mark) => row[mark]))
  return valid.filter((row) => (row[code] ?? '') !== '')[place]?.[code] ?? ''
}
