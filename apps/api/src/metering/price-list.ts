import { readFileSync } from 'node:fs'

import { findService } from '@sagsgang/gctp'
import { z } from 'zod'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

/** What a call costs, in ten-thousandths of the currency: from a day on, by service, or else by kind of service. */
export interface PriceList {
  readonly currency: string
  /** Whether nobody has given another list: then every price is made up. */
  readonly isModelled: boolean
  readonly periods: readonly Period[]
}

interface Period {
  /** YYYYMMDD. */
  readonly from: string
  readonly kinds: Readonly<Record<string, number>>
  readonly services: Readonly<Record<string, number>>
}

export const PRICE_PARTS = 10_000

const price = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,4})?$/u, 'must be like "0.25"')
  .transform((text) => Math.round(Number(text) * PRICE_PARTS))
const day = z.iso.date().transform((text) => text.replaceAll('-', ''))
const kinds = ['lookup', 'search', 'helper', 'event', 'maintenance'] as const

const shape = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/u),
  periods: z
    .array(
      z.strictObject({
        from: day,
        kinds: z.partialRecord(z.enum(kinds), price),
        services: z.record(z.string().regex(/^[A-Za-z0-9+-]{1,20}$/u), price),
      }),
    )
    .min(1),
})

/** Nothing public says what a call costs: a list of the right form, to be replaced by what the contract says. */
export const modelledPrices: PriceList = {
  currency: 'DKK',
  isModelled: true,
  periods: [
    {
      from: '00010101',
      kinds: { lookup: 2_500, search: 5_000, helper: 0, event: 0, maintenance: 0 },
      services: {},
    },
  ],
}

/** Null: no list was given. */
export function loadPriceList(file: string | null): PriceList {
  if (file === null) return modelledPrices
  const parsed = shape.safeParse(readJson(file))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw refusal(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is malformed'}`.trim())
  }
  const { currency, periods } = parsed.data
  const inOrder = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return { currency, isModelled: false, periods: inOrder.map(periodOf) }
}

function periodOf({
  from,
  kinds: byKind,
  services,
}: z.infer<typeof shape>['periods'][number]): Period {
  const named = Object.entries(services).map(([id, amount]) => [id.toUpperCase(), amount] as const)
  return { from, kinds: { ...byKind }, services: Object.fromEntries(named) }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw refusal('must be a file that can be read and holds JSON', cause)
  }
}

function refusal(what: string, cause?: unknown): StartRefused {
  return new StartRefused(`PRICE_LIST_FILE ${what}`, CONFIGURATION_EXIT, { cause })
}

/** Of one call on that day; what the list does not name costs nothing. */
export function priceOf({ periods }: PriceList, service: string, on: string): number {
  const period = periods.findLast(({ from }) => from <= on)
  const own = period?.services[service.toUpperCase()]
  return own ?? period?.kinds[findService(service)?.kind ?? ''] ?? 0
}

/** The days within it on which prices change, the first one included. */
export function priceDays({ periods }: PriceList, first: string, until: string): readonly string[] {
  const changes = periods.map(({ from }) => from).filter((from) => from > first && from < until)
  return [first, ...changes]
}
