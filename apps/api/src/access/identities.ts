import type { Actor } from '../engine/ports.ts'

/** The people of the demonstration: who they are is in the bearer, what they may do is here. */
const identities: readonly Actor[] = [
  { user: 'caseworker', name: 'Karen Sørensen', role: 'caseworker', authority: '0851' },
  { user: 'senior', name: 'Henrik Madsen', role: 'senior', authority: '0851' },
  { user: 'operator', name: 'Mette Driftsen', role: 'operator', authority: '0851' },
  { user: 'auditor', name: 'Rikke Revisor', role: 'auditor', authority: '0851' },
  { user: 'service', name: 'Fagsystem', role: 'service', authority: '0851' },
  { user: 'parish', name: 'Jens Kirkegaard', role: 'senior', authority: '7001' },
  { user: 'other', name: 'Anne Østergaard', role: 'caseworker', authority: '0101' },
]

export const demoIdentities = identities

const byUser: ReadonlyMap<string, Actor> = new Map(identities.map((actor) => [actor.user, actor]))

export type SignIn =
  | { readonly type: 'signedIn'; readonly actor: Actor }
  | { readonly type: 'notSignedIn' }
  | { readonly type: 'identityUnknown' }

/** `Authorization: Bearer demo:<user>`. Only where the configuration allows demo identities at all. */
export function signInDemo(header: string | undefined): SignIn {
  if (header === undefined) return { type: 'notSignedIn' }
  const user = /^Bearer demo:([a-z]{1,20})$/i.exec(header)?.[1]
  const actor = user === undefined ? undefined : byUser.get(user)
  return actor === undefined ? { type: 'identityUnknown' } : { type: 'signedIn', actor }
}
