import { type Client, type ClientOptions, createClient, type Poster } from '@sagsgang/gctp'

import type { Config } from '../config.ts'
import { realTimers } from '../edges.ts'
import { openCarrier } from '../register-client/carrier.ts'
import { readCertificate } from '../register-client/certificate.ts'
import type { RegisterPortDeps } from '../register-client/register-port.ts'
import { readUsers, type RegisterUser, userFor } from '../register-client/users-file.ts'
import { watchCertificate } from '../register-client/watch-certificate.ts'
import { openSignOnBook, type SigningOn } from './open-sign-on-book.ts'

type Standing = Omit<SigningOn, 'tls'> & Pick<ClientOptions, 'onDate' | 'onReply'>

/** A client of the register for each user as whom somebody signs on, with the certificate by which it knows us. */
export async function openRegisterClients(
  config: Config,
  standing: Standing,
): Promise<Pick<RegisterPortDeps, 'client' | 'ownClient'>> {
  const { clock, log, parts } = standing
  const { tls, expiresAt } = readCertificate(config)
  if (expiresAt !== null) {
    const stop = watchCertificate({ expiresAt, now: clock.realNow, timers: realTimers, log })
    parts.add({ name: 'certificate watch', stop: async () => stop() })
  }
  const poster = openCarrier(config, { url: standing.url, tls })
  if (poster !== null) return { client: openVouched(poster, standing) }
  const byUser = new Map<string, Client>()
  const open = async (who: RegisterUser): Promise<Client> => {
    const client = byUser.get(who.user) ?? (await openClient(config, who, { ...standing, tls }))
    byUser.set(who.user, client)
    return client
  }
  const client = await open({ user: config.gctpUser, password: config.gctpPassword })
  const users = readUsers(config.gctpUsersFile)
  for (const who of Object.values(users)) await open(who)
  const ownClient: RegisterPortDeps['ownClient'] = (actor) => {
    const who = userFor(users, actor)
    return (who && byUser.get(who.user)) ?? null
  }
  return { client, ownClient }
}

/** Nobody signs on where the carrier says who calls. */
function openVouched(
  poster: Poster,
  { url, parts, onDate, onReply }: Pick<Standing, 'url' | 'parts' | 'onDate' | 'onReply'>,
): Client {
  const client = createClient({
    url,
    poster,
    user: '',
    password: '',
    now: realTimers.monotonic,
    ...(onDate && { onDate }),
    ...(onReply && { onReply }),
  })
  parts.add({ name: 'register client', stop: () => client.close() })
  return client
}

async function openClient(
  config: Config,
  { user, password }: RegisterUser,
  standing: Standing & Pick<SigningOn, 'tls'>,
): Promise<Client> {
  const { url, tls, onDate, onReply, parts } = standing
  const own = { ...config, gctpUser: user, gctpPassword: password }
  const signOnBook = await openSignOnBook(own, standing)
  const client = createClient({
    url,
    user,
    password,
    tls,
    signOnBook,
    now: realTimers.monotonic,
    ...(onDate && { onDate }),
    ...(onReply && { onReply }),
  })
  parts.add({ name: 'register client', stop: () => client.close() })
  return client
}
