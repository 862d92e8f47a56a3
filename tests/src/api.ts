import { randomUUID } from 'node:crypto'

import type { AppRouter } from '@sagsgang/api'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { z } from 'zod'

export type CaseView = inferRouterOutputs<AppRouter>['cases']['get']
export type CasePage = inferRouterOutputs<AppRouter>['cases']['list']
export type Command = inferRouterInputs<AppRouter>['cases']['command']['command']
/** A form as the api takes it. */
export type Form = NonNullable<inferRouterInputs<AppRouter>['cases']['open']['data']>

export interface Answer {
  readonly status: number
  /** Null where the call was answered. */
  readonly refusal: { readonly code: string; readonly reason: string } | null
}

const purpose = 'journey: report what happened'
const envelope = z.object({
  error: z.object({ data: z.object({ code: z.string(), reason: z.string() }) }).optional(),
})

/** The procedures alone, for callers with a patience of their own. */
export function createProcedures(url: string, user: string, milliseconds: number) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: { authorization: `Bearer demo:${user}` },
        methodOverride: 'POST',
        fetch: (address, order) =>
          fetch(address, { ...order, signal: AbortSignal.timeout(milliseconds) }),
      }),
    ],
  })
}

export type Procedures = ReturnType<typeof createProcedures>

const WHOLE_TEST_MS = 300_000

/** The api as another system calls it, with helpers that tell a journey in few words. */
export function createApi(url: string, user: string) {
  const headers = { authorization: `Bearer demo:${user}` }
  const trpc = createProcedures(url, user, WHOLE_TEST_MS)
  const get = (caseId: string) => trpc.cases.get.query({ caseId })

  const command = async (caseId: string, sent: Command): Promise<CaseView> => {
    const { version } = await get(caseId)
    try {
      return await trpc.cases.command.mutate({
        caseId,
        expectedVersion: version,
        idempotencyKey: randomUUID(),
        command: sent,
      })
    } catch (error) {
      if (!isVersionConflict(error)) throw error
      return command(caseId, sent)
    }
  }

  return {
    trpc,
    get,
    command,
    /** What no typed client would send. */
    raw: async (path: string, input: unknown): Promise<Answer> => {
      const response = await fetch(`${url}/trpc/${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: typeof input === 'string' ? input : JSON.stringify(input),
      })
      const { error } = envelope.parse(await response.json())
      return { status: response.status, refusal: error?.data ?? null }
    },
    open: (event: string, data: Form = {}) =>
      trpc.cases.open.mutate({ event, data, purpose, idempotencyKey: randomUUID() }),
    undo: (caseId: string) =>
      trpc.cases.undo.mutate({ caseId, reason: 'by mistake', idempotencyKey: randomUUID() }),
    journal: (caseId: string) => trpc.cases.journal.query({ caseId }),
    /** Waits until the case is as asked, or fails saying how it is. */
    until: async (caseId: string, wanted: (found: CaseView) => boolean, seconds = 60) => {
      const deadline = Date.now() + seconds * 1000
      for (;;) {
        const found = await get(caseId)
        if (wanted(found)) return found
        if (Date.now() > deadline) throw new Error(`still ${describe(found)}`)
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    },
  }
}

export type Api = ReturnType<typeof createApi>

const isVersionConflict = (error: unknown) =>
  error instanceof TRPCClientError && JSON.stringify(error.data).includes('"versionConflict"')

/** Submits, confirms every warning, and waits until the case rests in one of the statuses. */
export async function report(
  api: Api,
  caseId: string,
  ends: readonly string[] = ['completed', 'followOns'],
): Promise<CaseView> {
  await api.command(caseId, { type: 'submit' })
  return settle(api, caseId, ends)
}

export async function settle(api: Api, caseId: string, ends: readonly string[]): Promise<CaseView> {
  const rests = ['confirming', 'draft', 'stuck', ...ends]
  const found = await api.until(caseId, (one) => rests.includes(one.status) && !isLooking(one))
  if (ends.includes(found.status)) return found
  if (found.status !== 'confirming') throw new Error(`ended ${describe(found)}`)
  await api.command(caseId, {
    type: 'confirm',
    findings: found.findings.map(({ rule }) => rule),
    reason: 'seen and discussed with the citizen',
  })
  return settle(api, caseId, ends)
}

/** In doubt, and asking the register: the settle time begins once that has been answered. */
export const isLooking = ({ status, effects }: CaseView): boolean =>
  status === 'inDoubt' && effects.some(({ type }) => type === 'readBack')

/** Enough to see what went wrong: rule ids, states and the register's own words, no personal data. */
function describe({ event, status, state, health, findings }: CaseView): string {
  const rules = findings.map(
    ({ rule, confirmed, message }) =>
      `${rule}${confirmed === true ? '+' : ''}${rule.startsWith('receipt.') ? ` (${message.da})` : ''}`,
  )
  return [event, status, JSON.stringify(state), JSON.stringify(health), ...rules].join(' ')
}
