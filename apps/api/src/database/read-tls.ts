import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import type { Tls } from './server-address.ts'

/** The variables as they were given. */
interface TlsFiles {
  readonly DATABASE_CA_FILE?: string | undefined
  readonly DATABASE_CERT_FILE?: string | undefined
  readonly DATABASE_KEY_FILE?: string | undefined
}

/** What stands in the files, read once; each that is wrong is named. */
export function readTls(files: TlsFiles): Tls {
  const {
    DATABASE_CA_FILE: authority,
    DATABASE_CERT_FILE: certificate,
    DATABASE_KEY_FILE: key,
  } = files
  if ((certificate === undefined) !== (key === undefined)) {
    const missing = certificate === undefined ? 'DATABASE_CERT_FILE' : 'DATABASE_KEY_FILE'
    throw refusal(missing, 'must be given, as certificate and key go together')
  }
  return {
    ca: authority === undefined ? null : readAuthority(authority),
    own: certificate === undefined || key === undefined ? null : readOwn(certificate, key),
  }
}

function readAuthority(file: string): string {
  const ca = read('DATABASE_CA_FILE', file)
  const isUsable = ca.includes('-----BEGIN CERTIFICATE-----') && canUse({ ca })
  if (!isUsable) throw refusal('DATABASE_CA_FILE', 'must hold a certificate in PEM')
  return ca
}

function readOwn(certificateFile: string, keyFile: string): Tls['own'] {
  const certificate = read('DATABASE_CERT_FILE', certificateFile)
  const key = read('DATABASE_KEY_FILE', keyFile)
  if ((statSync(keyFile).mode & 0o077) !== 0) {
    throw refusal('DATABASE_KEY_FILE', 'must be a file that only its owner can read: chmod 600')
  }
  if (!canUse({ cert: certificate })) {
    throw refusal('DATABASE_CERT_FILE', 'must hold a certificate in PEM')
  }
  if (!canUse({ cert: certificate, key })) {
    throw refusal('DATABASE_KEY_FILE', 'must hold the key of the certificate in PEM')
  }
  return { certificate, key }
}

function canUse(options: Parameters<typeof createSecureContext>[0]): boolean {
  try {
    createSecureContext(options)
    return true
  } catch {
    return false // what it says of the file is of no use to whoever set the variable
  }
}

function read(variable: keyof TlsFiles, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw refusal(variable, 'must be a file that can be read', cause)
  }
}

function refusal(variable: keyof TlsFiles, what: string, cause?: unknown): StartRefused {
  return new StartRefused(`${variable} ${what}`, CONFIGURATION_EXIT, { cause })
}
