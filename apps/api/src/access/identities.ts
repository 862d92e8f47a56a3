import { say, type Text } from '@sagsgang/events'

import type { Actor } from '../engine/ports.ts'

export interface DemoIdentity extends Actor {
  /** Where a list of them puts this one. */
  readonly group: IdentityGroup
}

export type IdentityGroup = keyof typeof identityGroups

export const identityGroups = {
  municipality: say('Kommuner', 'Municipalities'),
  church: say('Sogne og trossamfund', 'Parishes and faith communities'),
  justice: say('Familieret, domstol og politi', 'Family law, court and police'),
  state: say('Statslige myndigheder', 'State authorities'),
} as const satisfies Record<string, Text>

type Person = Omit<DemoIdentity, 'group' | 'role'>

const seniors = (group: IdentityGroup, people: readonly Person[]): readonly DemoIdentity[] =>
  people.map((person) => ({ ...person, role: 'senior', group }))

const inMunicipality = (people: readonly Actor[]): readonly DemoIdentity[] =>
  people.map((person) => ({ ...person, group: 'municipality' }))

/** The people of the demonstration, at least one of every kind of authority that reports: what they may do is here. */
export const demoIdentities: readonly DemoIdentity[] = [
  ...inMunicipality([
    { user: 'caseworker', name: 'Karen Sørensen', role: 'caseworker', authority: '0851' },
    { user: 'senior', name: 'Henrik Madsen', role: 'senior', authority: '0851' },
    { user: 'operator', name: 'Mette Driftsen', role: 'operator', authority: '0851' },
    { user: 'auditor', name: 'Rikke Revisor', role: 'auditor', authority: '0851' },
    { user: 'service', name: 'Fagsystem', role: 'service', authority: '0851' },
    { user: 'other', name: 'Anne Østergaard', role: 'caseworker', authority: '0101' },
  ]),
  ...seniors('church', [
    { user: 'parish', name: 'Jens Kirkegaard', authority: '7001' },
    { user: 'civil-registrar', name: 'Marie Aagaard', authority: '4001' },
    { user: 'faith-community', name: 'David Levin', authority: '4601' },
  ]),
  ...seniors('justice', [
    { user: 'family-law', name: 'Susanne Vestergaard', authority: '1301' },
    { user: 'court', name: 'Niels Retsmark', authority: '1101' },
    { user: 'police', name: 'Ole Vagtholm', authority: '1401' },
  ]),
  ...seniors('state', [
    { user: 'cpr-office', name: 'Birthe Lindholm', authority: '0001' },
    { user: 'tax', name: 'Preben Skattegaard', authority: '0011' },
    { user: 'atp', name: 'Lis Holmgaard', authority: '0012' },
    { user: 'issuer', name: 'Kurt Nørregaard', authority: '0019' },
    { user: 'immigration', name: 'Camilla Strand', authority: '0018' },
    { user: 'citizenship-office', name: 'Erik Borgholm', authority: '0017' },
    { user: 'election-office', name: 'Tove Valgreen', authority: '0014' },
  ]),
]

const byUser: ReadonlyMap<string, Actor> = new Map(
  demoIdentities.map(({ user, name, role, authority }) => [user, { user, name, role, authority }]),
)

export type SignIn =
  | { readonly type: 'signedIn'; readonly actor: Actor }
  | { readonly type: 'notSignedIn' }
  | { readonly type: 'identityUnknown' }

/** `Authorization: Bearer demo:<user>`. Only where the configuration allows demo identities at all. */
export function signInDemo(header: string | undefined): SignIn {
  if (header === undefined) return { type: 'notSignedIn' }
  const user = /^Bearer demo:([a-z-]{1,20})$/i.exec(header)?.[1]
  const actor = user === undefined ? undefined : byUser.get(user)
  return actor === undefined ? { type: 'identityUnknown' } : { type: 'signedIn', actor }
}
