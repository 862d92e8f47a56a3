import { sql, type Kysely } from 'kysely'

import { startOfDay } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { priceDays, type PriceList, priceOf } from './price-list.ts'

/** By what calls are counted together: everything that is told apart, or less. */
const groupings = {
  service: ['service'],
  user: ['authority', 'user', 'service'],
  case: ['authority', 'case', 'service'],
  everything: ['authority', 'user', 'case', 'service'],
} as const satisfies Record<string, readonly Column[]>

type Column = 'authority' | 'user' | 'case' | 'service'
export type Grouping = keyof typeof groupings

/** Calls of one kind in one month, at one price. */
export interface Metered {
  readonly authority: string | null
  readonly user: string | null
  /** The number of the case that asked; null where none did, or where they are counted together. */
  readonly case: string | null
  readonly service: string
  /** In the words of the audit log. */
  readonly action: string
  readonly calls: number
  /** Of those, the ones that brought nothing back. */
  readonly failed: number
  /** In ten-thousandths. */
  readonly unitPrice: number
  readonly amount: number
}

export interface StatementOrder {
  /** YYYYMM, of the Danish calendar. */
  readonly month: string
  readonly by: Grouping
  /** Null: of all. */
  readonly authority: string | null
}

interface Slice {
  readonly order: StatementOrder
  /** The first day, and the first day after. */
  readonly from: string
  readonly until: string
}

/** Each call was noted as intended before it left: so often the register may have been asked. */
const actions = [
  'register.lookUp',
  'update.initiate',
  'update.validate',
  'update.intended',
  'update.result',
  'update.abort',
]
/** What is paid for: an answer with data, and an update. The steps towards an update are not. */
const paid = new Set(['register.lookUp', 'update.intended'])

const columns: Readonly<Record<Column, ReturnType<typeof sql>>> = {
  authority: sql`audit.authority`,
  user: sql`audit.actor`,
  case: sql`cases.number`,
  service: sql`audit.service`,
}

/** The statement of each stretch of the month in which prices stay the same. */
export function slicesOf(order: StatementOrder, prices: PriceList): readonly Slice[] {
  const first = `${order.month}01`
  const next = firstOfNext(order.month)
  const days = priceDays(prices, first, next)
  return days.map((from, index) => ({ order, from, until: days[index + 1] ?? next }))
}

function firstOfNext(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(4))]
  return number === 12 ? `${year + 1}0101` : `${year}${String(number + 1).padStart(2, '0')}01`
}

/** In the order of what they are counted by. */
export function statementQuery({ order, from, until }: Slice) {
  const grouped: readonly Column[] = groupings[order.by]
  const shown = (['authority', 'user', 'case', 'service'] as const).map((name) =>
    grouped.includes(name) ? columns[name] : sql`null::text`,
  )
  const keys = sql.join([...grouped.map((name) => columns[name]), sql`told.kind`])
  const own = order.authority === null ? sql`true` : sql`audit.authority = ${order.authority}`
  return sql<Row>`
    select ${sql.join(shown.map((column, index) => sql`${column} as ${sql.ref(names[index] ?? '')}`))}, told.kind as action,
      (count(*) filter (where audit.outcome = 'intended'))::int as calls,
      (count(*) filter (where audit.outcome in ('failed', 'unsent', 'unknown')))::int as failed
    from audit
    cross join lateral (select case audit.action when 'update.result' then 'update.intended' else audit.action end) as told (kind)
    left join cases on cases.id = audit.case_id
    where audit.at >= ${startOfDay(from)} and audit.at < ${startOfDay(until)}
      and audit.action = any (${actions}) and audit.service is not null and ${own}
    group by ${keys} order by ${keys}`
}

const names = ['authority', 'user', 'case', 'service']

type Row = Omit<Metered, 'unitPrice' | 'amount'>

/** With what the calls of a row cost. */
export function priced(prices: PriceList, { from }: Slice): (row: Row) => Metered {
  return (row) => {
    const unitPrice = paid.has(row.action) ? priceOf(prices, row.service, from) : 0
    return { ...row, unitPrice, amount: unitPrice * row.calls }
  }
}

/** At most so many rows: who wants all of them has them written into a file. */
export async function readStatement(
  db: Kysely<Database>,
  order: StatementOrder,
  { prices, limit }: { readonly prices: PriceList; readonly limit: number },
): Promise<readonly Metered[]> {
  const rows: Metered[] = []
  for (const slice of slicesOf(order, prices)) {
    const query = sql<Row>`${statementQuery(slice)} limit ${limit - rows.length}`
    const found = await query.execute(db)
    rows.push(...found.rows.map(priced(prices, slice)))
    if (rows.length >= limit) break
  }
  return rows
}
