import { initTRPC } from '@trpc/server'
import { z } from 'zod'

import { authorize, type Action, type Sight } from '../access/authorize.ts'
import { isPassing } from '../database/is-passing.ts'
import type { Actor } from '../engine/ports.ts'
import { reasons, refusalOf, refuse } from '../errors.ts'
import type { Context } from './context.ts'
import { getGuarded } from './guarded-case.ts'
import { isStorable } from './storable.ts'

interface Meta {
  /** What the procedure asks leave for. */
  readonly action: Action
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter: ({ shape, error }) => {
      const { reason, detail } = refusalOf(error)
      return {
        code: shape.code,
        message: reason,
        data: { code: reasons[reason], httpStatus: shape.data.httpStatus, reason, ...detail },
      }
    },
  })

export const router = t.router

/** What a procedure is given: somebody who may do this kind of thing, and how much they see. */
interface Allowed {
  readonly actor: Actor
  readonly sight: Sight
}

/** A store that is away is no fault of ours: it is said so, under a status that tells a caller to come again. */
const storeAware = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && isPassing(result.error.cause)) throw refuse('storeUnavailable')
  return result
})

/** The only way to make a procedure: it cannot be made without naming what it does. */
export const procedureFor = (action: Action) =>
  t.procedure
    .meta({ action })
    .use(storeAware)
    .use(async ({ ctx, getRawInput, next }) => {
      if (ctx.actor === undefined) throw refuse(ctx.refusal ?? 'notSignedIn')
      const { actor, services } = ctx
      const verdict = authorize(actor, action, null)
      const input = await getRawInput()
      if (!isStorable(input)) throw refuse('inputInvalid')
      if (verdict.type === 'allowed') return next({ ctx: { ...ctx, actor, sight: verdict.sight } })
      // Of a case that does not exist for them, they are not told that their role would not do.
      const { data: named } = namesCase.safeParse(input)
      if (named) await getGuarded({ services, actor }, named.caseId, action)
      throw refuse(verdict.reason)
    })

const namesCase = z.object({ caseId: z.string() })

export type SignedIn = Context & Allowed
