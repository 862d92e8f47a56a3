import { getDefinition, type CaseData } from '@sagsgang/events'
import { commandsOf } from '@sagsgang/machines'

import { refuse } from '../errors.ts'
import { openedEvent } from '../opened-event.ts'
import type { CaseRecord } from './case-record.ts'
import { plainPnr } from './field-input.ts'
import { getGuarded } from './guarded-case.ts'
import type { OpenInput } from './inputs.ts'
import { openedBy } from './opened-by.ts'
import { sendTo } from './stepped.ts'
import type { SignedIn } from './trpc.ts'

type Order = Omit<OpenInput, 'data'> & { readonly data: CaseData }

/** A follow-on is opened by its primary, so that both know of one another whichever door was used. */
export async function openUnderParent(ctx: SignedIn, order: Order): Promise<string> {
  const wanted = typeof order.parent === 'string' ? { caseId: order.parent } : order.parent
  if (wanted === undefined) throw refuse('inputInvalid')
  const { record } = await getGuarded(ctx, wanted.caseId, 'cases.open')
  return openedBy(ctx, {
    caseId: record.id,
    idempotencyKey: order.idempotencyKey,
    body: { open: order },
    send: async () => {
      const followOn = wanted.followOn ?? chooseFollowOn(record, order)
      const person = wanted.person ?? personFor(record, followOn, order.data)
      const message = {
        type: 'openFollowOn',
        followOn,
        data: order.data,
        ...(person !== undefined && { person: plainPnr(person) }),
      } as const
      return sendTo(ctx, record.id, message, order.idempotencyKey)
    },
  })
}

/** Of the follow-ons that mean this event, one that may be opened now, for somebody whom the data names if possible. */
function chooseFollowOn(record: CaseRecord, { event, data }: Order): string {
  const definition = getDefinition(record.event)
  const keys = definition.followOns
    .filter((one) => openedEvent(one) === event)
    .map(({ key }) => key)
  const command = commandsOf(definition, record.snapshot).find(
    ({ type }) => type === 'openFollowOn',
  )
  const takeable = keys.filter((key) => command?.followOns?.includes(key))
  const key =
    takeable.find((one) => personFor(record, one, data) !== undefined) ?? takeable[0] ?? keys[0]
  if (key === undefined) throw refuse('followOnNotOffered')
  return key
}

/** Where a follow-on stands for several people, the one that the data names. */
function personFor({ snapshot }: CaseRecord, followOn: string, data: CaseData): string | undefined {
  const people = snapshot.context.followOns[followOn]?.people ?? []
  const named = Object.values(data).filter((value) => typeof value === 'string')
  return people.find((person) => named.includes(person))
}
