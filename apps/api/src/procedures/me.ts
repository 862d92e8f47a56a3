import { authorityNameOf, say, type Text } from '@sagsgang/events'
import { z } from 'zod'

import { demoIdentities, identityGroups, type IdentityGroup } from '../access/identities.ts'
import type { Actor, RoleName } from '../engine/ports.ts'
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

export interface Identity extends Omit<Me, 'today'> {
  /** `Senior caseworker, District court`: who it is, in a list to choose from. */
  readonly title: Text
  readonly group: IdentityGroup
  readonly groupName: Text
}

export const identities = procedureFor('self.read')
  .input(z.strictObject({}).nullish())
  .query((): readonly Identity[] =>
    demoIdentities.map(({ group, ...actor }) => ({
      ...withName(actor),
      title: titleOf(actor),
      group,
      groupName: identityGroups[group],
    })),
  )

const roles: Readonly<Record<RoleName, Text>> = {
  caseworker: say('Sagsbehandler', 'Caseworker'),
  senior: say('Ledende sagsbehandler', 'Senior caseworker'),
  operator: say('Driftsvagt', 'Operator'),
  auditor: say('Revisor', 'Auditor'),
  service: say('Systembruger', 'System user'),
}

function titleOf({ role, authority }: Actor): Text {
  const [what, where] = [roles[role], authorityNameOf(authority)]
  return say(`${what.da}, ${where.da} ${authority}`, `${what.en}, ${where.en} ${authority}`)
}

const withName = (actor: Actor): Omit<Me, 'today'> => ({
  ...actor,
  authorityName: authorityNameOf(actor.authority),
})
