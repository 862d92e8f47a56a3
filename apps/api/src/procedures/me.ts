import { authorityNameOf, type Text } from '@sagsgang/events'
import { z } from 'zod'

import { demoIdentities } from '../access/identities.ts'
import type { Actor } from '../engine/ports.ts'
import { procedureFor } from './trpc.ts'

export interface Me {
  readonly user: string
  readonly name: string
  readonly role: string
  readonly authority: string
  readonly authorityName: Text
  readonly today: string
}

export const me = procedureFor('self.read')
  .input(z.strictObject({}).nullish())
  .query(({ ctx }): Me => ({ ...withName(ctx.actor), today: ctx.services.clock.today() }))

export type Identity = Omit<Me, 'today'>

export const identities = procedureFor('self.read')
  .input(z.strictObject({}).nullish())
  .query((): readonly Identity[] => demoIdentities.map(withName))

const withName = (actor: Actor): Identity => ({
  ...actor,
  authorityName: authorityNameOf(actor.authority),
})
