import type { Text } from '@sagsgang/events'

/** What a month's calls to the register come to. */
export interface StatementView {
  /** YYYYMM. */
  readonly month: string
  readonly currency: string
  /** Prices are made up until somebody gives a list. */
  readonly pricesAreModelled: boolean
  readonly rows: readonly StatementRowView[]
  /** False where there are more rows than these: the whole is written into a file by `pnpm manage statement`. */
  readonly complete: boolean
  readonly calls: number
  readonly failed: number
  readonly amount: string
  /** The same rows for a spreadsheet. */
  readonly csv: string
}

export interface StatementRowView {
  readonly authority: string | null
  readonly user: string | null
  readonly case: string | null
  readonly service: string
  readonly serviceName: Text | null
  readonly action: string
  readonly calls: number
  readonly failed: number
  readonly unitPrice: string
  readonly amount: string
}
