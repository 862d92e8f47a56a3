import type { Api } from '../api.ts'
import type { Control } from '../control.ts'
import { createFind, createLook, type Find, type Look } from './cast.ts'
import { readCatalogue, type Catalogue } from './catalogue.ts'
import { takeCensus, type Census } from './census.ts'
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
}

export async function openTheatre({ register, control, as }: Place): Promise<Theatre> {
  await control.reset()
  const [catalogue, census] = await Promise.all([readCatalogue(as), takeCensus(control)])
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

const askAs =
  (as: (user: string) => Api) =>
  (user: string): Ask =>
  async (service, table, keys) => {
    const { rows } = await as(user).trpc.register.lookUp.query({ service, keys, purpose })
    return rows
      .filter((row) => row.table === table && !row.heading)
      .map(({ fields }) => Object.fromEntries(fields.map(({ code, value }) => [code, value])))
  }
