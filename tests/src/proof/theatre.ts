import type { Api } from '../api.ts'
import type { Control } from '../control.ts'
import { createFind, createLook, type Find, type Look } from './cast.ts'
import { readCatalogue, type Catalogue, type Kind } from './catalogue.ts'
import { takeCensus, type Census, type Somebody } from './census.ts'
import type { Ask } from './sample.ts'
import { takeStock, type Stock } from './stock.ts'

/** A register as new, with everybody in it known: what the samples of a family are played in. */
export interface Theatre {
  readonly as: (user: string) => Api
  readonly control: Control
  readonly catalogue: Catalogue
  readonly census: Census
  readonly find: Find
  readonly look: Look
  readonly stock: Stock
  readonly ask: (user: string) => Ask
}

interface Place {
  readonly register: string
  readonly control: Control
  readonly as: (user: string) => Api
  /** What is played: events, unless maintenance is. */
  readonly kind?: Kind
}

export async function openTheatre({
  register,
  control,
  as,
  kind = 'events',
}: Place): Promise<Theatre> {
  await control.reset()
  const [catalogue, census] = await Promise.all([readCatalogue(as, kind), takeCensus(control)])
  const find = createFind(census)
  const stock = await takeStock(census, find, register)
  return {
    as,
    control,
    catalogue,
    census,
    find,
    look: createLook(census, stock.waiting),
    stock,
    ask: askAs(as),
  }
}

const purpose = 'journey: the row that is meant'

/** They take turns, so that nobody looks too often. */
const onlookers = [
  'tax',
  'atp',
  'issuer',
  'immigration',
  'election-office',
  'police',
  'civil-registrar',
  'faith-community',
  'other',
] as const

let looks = 0

function nextOnlooker(): string {
  looks += 1
  return onlookers[looks % onlookers.length] ?? 'other'
}

const askAs =
  (as: (user: string) => Api) =>
  (user: string): Ask => {
    const { register } = as(user).trpc
    const historyAs = async (one: string, { pnr: person }: Somebody, dataType: string) => {
      const { rows } = await as(one).trpc.register.history.query({ person, dataType, purpose })
      return rows
    }
    const receiptAs = async (one: string, { pnr: person }: Somebody, event: string) => {
      const { cases } = as(one).trpc
      const [found] = (await cases.list.query({ event, person })).cases
      const { caseId = '' } = found ?? {}
      const saved = (await cases.messages.query({ caseId })).find(({ action }) => action === 'save')
      return /r="TIMSTP" v="(\d{20})"/.exec(saved?.reply ?? '')?.[1] ?? ''
    }
    const lookUp = async (service: string, table: string, keys: Record<string, string>) => {
      const { rows } = await register.lookUp.query({ service, keys, purpose })
      return rows
        .filter((row) => row.table === table && !row.heading)
        .map(({ fields }) => Object.fromEntries(fields.map(({ code, value }) => [code, value])))
    }
    return Object.assign(lookUp, {
      history: (person: Somebody, dataType: string) => historyAs(user, person, dataType),
      receipt: (person: Somebody, event: string) => receiptAs(user, person, event),
      seen: (person: Somebody, dataType: string) => historyAs(nextOnlooker(), person, dataType),
    })
  }
