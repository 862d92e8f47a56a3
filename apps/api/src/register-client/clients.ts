import type { CallOptions, Client, Dialogue, InitiateAnswer, Update } from '@sagsgang/gctp'

import type { AuditEntry } from '../audit/record.ts'

type Actor = AuditEntry['actor']

/** Who speaks for whom: one client for each user of the register. */
interface Clients {
  readonly of: (actor: Actor) => Client
  readonly initiate: (actor: Actor, update: Update, options: CallOptions) => Promise<InitiateAnswer>
  /** A conversation belongs to the user who began it, whoever has touched the case since. */
  readonly inDialogue: (dialogue: Dialogue, actor: Actor | null) => Client
}

/** More than are ever open at a time; one that is forgotten has lapsed, and begins anew. */
const MOST_OPEN = 10_000

export function createClients(
  everybody: Client,
  own: (actor: Actor) => Client | null = () => null,
): Clients {
  const begun = new Map<string, Client>()
  const of = (actor: Actor) => own(actor) ?? everybody
  const remember = ({ timestamp }: Dialogue, client: Client) => {
    begun.set(timestamp, client)
    const [oldest] = begun.keys()
    if (begun.size > MOST_OPEN && oldest !== undefined) begun.delete(oldest)
  }
  return {
    of,
    async initiate(actor, update, options) {
      const client = of(actor)
      const answer = await client.initiate(update, options)
      if (client !== everybody && 'dialogue' in answer) remember(answer.dialogue, client)
      return answer
    },
    inDialogue: ({ timestamp }, actor) =>
      begun.get(timestamp) ?? (actor === null ? everybody : of(actor)),
  }
}
