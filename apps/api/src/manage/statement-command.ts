import { open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'

import { type Kysely, sql, type Transaction } from 'kysely'

import { createAuditor } from '../audit/record.ts'
import { sealAudit } from '../audit/seal.ts'
import type { Database } from '../database/schema.ts'
import { loadPriceList, PRICE_PARTS, type PriceList } from '../metering/price-list.ts'
import { csvHead, csvLine } from '../metering/statement-csv.ts'
import { type Metered, priced, slicesOf, statementQuery } from '../metering/statement.ts'
import { StartRefused } from '../start/start-refused.ts'
import { type Command, Mistyped } from './command.ts'
import { withStore } from './with-store.ts'

/** Everything that the register was asked in a month, by whom and for which case, for whoever pays for it. */
export const statementCommand: Command = {
  takes: '<YYYYMM> <file>',
  does: 'writes what the register was asked in a month, and what that costs, as CSV',
  run: async ({ words, config, say }) => {
    const { month, file } = orderIn(words)
    const prices = loadPriceList(config.priceListFile)
    const { rows, calls, amount } = await withStore(config, async ({ db }) => {
      await noteWritten(db, month)
      await sealAudit(db)
      return write(db, { month, file, prices })
    })
    say(`${rows} rows, ${calls} calls, ${(amount / PRICE_PARTS).toFixed(2)} ${prices.currency}`)
    if (prices.isModelled) say('the prices are made up: give a list by PRICE_LIST_FILE')
    say(`written to ${file}`)
    return 0
  },
}

function orderIn([month = '', file, ...more]: readonly string[]) {
  if (!/^20\d{2}(?:0[1-9]|1[0-2])$/u.test(month))
    throw new Mistyped('statement takes a month, like 202611')
  if (file === undefined || file.startsWith('--') || more.length > 0)
    throw new Mistyped('statement takes the name of a file')
  return { month, file: resolve(file) }
}

// No person is named in the row, so that no key is needed to name one.
const NO_KEY = new Uint8Array(32)

async function noteWritten(db: Kysely<Database>, month: string): Promise<void> {
  await createAuditor(NO_KEY, () => new Date()).record(db, {
    actor: { user: 'operator', role: 'operator', authority: '' },
    action: 'metering.statement',
    outcome: 'written',
    detail: { month, by: 'everything' },
  })
}

interface Writing {
  readonly month: string
  readonly file: string
  readonly prices: PriceList
}

interface Sum {
  rows: number
  calls: number
  amount: number
}

/** A page at a time, however many rows there are; a file that is not whole is none. */
async function write(db: Kysely<Database>, writing: Writing): Promise<Sum> {
  const { month, file, prices } = writing
  const out = await open(file, 'wx', 0o600).catch((cause: unknown) => {
    throw new StartRefused(`${file} cannot be written: name a file that is not there yet`, 1, {
      cause,
    })
  })
  const sum: Sum = { rows: 0, calls: 0, amount: 0 }
  try {
    await out.writeFile(csvHead())
    await db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      for await (const row of rowsOf(trx, writing)) {
        await out.writeFile(csvLine(month, prices, row))
        sum.rows += 1
        sum.calls += row.calls
        sum.amount += row.amount
      }
    })
    await out.sync()
    return sum
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

const PAGE = 1_000

async function* rowsOf(
  trx: Transaction<Database>,
  { month, prices }: Writing,
): AsyncGenerator<Metered> {
  for (const slice of slicesOf({ month, by: 'everything', authority: null }, prices)) {
    await sql`declare statement no scroll cursor for ${statementQuery(slice)}`.execute(trx)
    for (;;) {
      const page = await sql<Omit<Metered, 'unitPrice' | 'amount'>>`
        fetch ${sql.lit(PAGE)} from statement`.execute(trx)
      yield* page.rows.map(priced(prices, slice))
      if (page.rows.length < PAGE) break
    }
    await sql`close statement`.execute(trx)
  }
}
