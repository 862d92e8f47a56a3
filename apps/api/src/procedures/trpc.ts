import { initTRPC } from '@trpc/server'

import { authorize, type Action, type Sight } from '../access/authorize.ts'
import type { Actor } from '../engine/ports.ts'
import { reasons, refusalOf, refuse } from '../errors.ts'
import type { Context } from './context.ts'
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

/** The only way to make a procedure: it cannot be made without naming what it does. */
export const procedureFor = (action: Action) =>
  t.procedure.meta({ action }).use(async ({ ctx, getRawInput, next }) => {
    if (ctx.actor === undefined) throw refuse(ctx.refusal ?? 'notSignedIn')
    const verdict = authorize(ctx.actor, action, null)
    if (verdict.type === 'denied') throw refuse(verdict.reason)
    if (!isStorable(await getRawInput())) throw refuse('inputInvalid')
    return next({ ctx: { ...ctx, actor: ctx.actor, sight: verdict.sight } })
  })

export type SignedIn = Context & Allowed
