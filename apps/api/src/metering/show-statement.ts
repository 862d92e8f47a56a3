import { findService } from '@sagsgang/gctp'

import { sealAudit } from '../audit/seal.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import type { StatementRowView, StatementView } from './metering-view.ts'
import { PRICE_PARTS, type PriceList } from './price-list.ts'
import { csvHead, csvLine } from './statement-csv.ts'
import { type Grouping, type Metered, readStatement } from './statement.ts'

/** More than anybody reads on a page. */
const MOST_ROWS = 1_000

/** Of the authority that asks, and noted as asked for: it tells what each user did. */
export async function showStatement(
  { services: { db, auditor, prices }, actor }: Pick<SignedIn, 'services' | 'actor'>,
  { month, by }: { readonly month: string; readonly by: Grouping },
): Promise<StatementView> {
  await auditor.record(db, {
    actor,
    action: 'metering.statement',
    outcome: 'read',
    detail: { month, by },
  })
  await sealAudit(db)
  const order = { month, by, authority: actor.authority }
  const found = await readStatement(db, order, { prices, limit: MOST_ROWS + 1 })
  const rows = found.slice(0, MOST_ROWS)
  return {
    month,
    currency: prices.currency,
    pricesAreModelled: prices.isModelled,
    rows: rows.map(shown),
    complete: found.length <= MOST_ROWS,
    ...totals(rows),
    csv: csvOf(month, prices, rows),
  }
}

function shown({ unitPrice, amount, ...row }: Metered): StatementRowView {
  const serviceName = findService(row.service)?.name ?? null
  return { ...row, serviceName, unitPrice: money(unitPrice), amount: money(amount) }
}

function totals(rows: readonly Metered[]): Pick<StatementView, 'calls' | 'failed' | 'amount'> {
  const sum = (of: (row: Metered) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    calls: sum(({ calls }) => calls),
    failed: sum(({ failed }) => failed),
    amount: money(sum(({ amount }) => amount)),
  }
}

function csvOf(month: string, prices: PriceList, rows: readonly Metered[]): string {
  return [csvHead(), ...rows.map((row) => csvLine(month, prices, row))].join('')
}

const money = (parts: number) => (parts / PRICE_PARTS).toFixed(4)
