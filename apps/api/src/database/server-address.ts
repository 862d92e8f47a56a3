import type { ClientConfig } from 'pg'

import { isLoopback } from '../is-loopback.ts'

/** Whom the server's certificate must be vouched for by, and who we say that we are. */
export interface Tls {
  /** Null: whoever the runtime trusts. */
  readonly ca: string | null
  readonly own: { readonly certificate: string; readonly key: string } | null
}

type Address = Pick<ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'>

const PORT = 5432

/**
 * The address taken apart here and passed on piece by piece: what is left to the driver it fills in from the environment,
 * and a mode in the address would replace the checks on the certificate.
 */
export function addressOf(url: string, tls: Tls): Address {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const directory = searchParams.get('host')
  const host = decodeURIComponent(directory ?? hostname).replace(/^\[(.*)\]$/u, '$1') || 'localhost'
  const database = decodeURIComponent(pathname.slice(1))
  return {
    host,
    port: Number(port) || PORT,
    ...(username && { user: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(database && { database }),
    ssl: needsTls(host, tls) && checkedTls(tls),
  }
}

/** Nobody stands between us and a server on this machine, unless we are told what its certificate is to be. */
function needsTls(host: string, { ca, own }: Tls): boolean {
  if (host.startsWith('/')) return false
  return !isLoopback(host) || ca !== null || own !== null
}

/** The driver adds the host, by which the certificate's name is checked. */
function checkedTls({ ca, own }: Tls): ClientConfig['ssl'] {
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(ca !== null && { ca }),
    ...(own && { cert: own.certificate, key: own.key }),
  }
}

/** An address says where, as whom, and at most in which directory the socket lies. */
export function isPlainAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  return [...new URL(url).searchParams].every(
    ([name, value]) => name === 'host' && value.startsWith('/'),
  )
}
