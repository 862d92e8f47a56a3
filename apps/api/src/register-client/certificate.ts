import { readFileSync, statSync } from 'node:fs'
import { Duplex } from 'node:stream'
import { createSecureContext, TLSSocket } from 'node:tls'

import type { RegisterTls } from '@sagsgang/gctp'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

/** How the register's server knows us, and until when it does. */
export interface Certificate {
  readonly tls: RegisterTls
  /** Null where we have none of our own. */
  readonly expiresAt: Date | null
}

export interface CertificateFiles {
  readonly gctpCertificateFile: string | null
  readonly gctpCertificatePasswordFile: string | null
  readonly gctpCaFile: string | null
}

/** What stands in the files, read once; each that is wrong is named. */
export function readCertificate(files: CertificateFiles): Certificate {
  const { gctpCertificateFile: file, gctpCertificatePasswordFile: passwordFile } = files
  const vouching = files.gctpCaFile === null ? {} : { ca: readAuthority(files.gctpCaFile) }
  if (file === null) {
    if (passwordFile === null) return { tls: vouching, expiresAt: null }
    throw refusal('GCTP_CERTIFICATE_FILE', 'must be given where its password is')
  }
  const pfx = read('GCTP_CERTIFICATE_FILE', file)
  refuseOpen('GCTP_CERTIFICATE_FILE', file)
  const passphrase = passwordFile === null ? '' : readPassword(passwordFile)
  const own = { pfx, passphrase }
  return { tls: { ...vouching, ...own }, expiresAt: endOf(own) }
}

function readPassword(file: string): string {
  const variable = 'GCTP_CERTIFICATE_PASSWORD_FILE'
  const password = read(variable, file).toString('utf8').trim()
  refuseOpen(variable, file)
  return password
}

function readAuthority(file: string): string {
  const ca = read('GCTP_CA_FILE', file).toString('utf8')
  if (!ca.includes('-----BEGIN CERTIFICATE-----') || !canUse({ ca }))
    throw refusal('GCTP_CA_FILE', 'must hold a certificate in PEM')
  return ca
}

function canUse(options: Parameters<typeof createSecureContext>[0]): boolean {
  try {
    createSecureContext(options)
    return true
  } catch {
    return false // what it says of the file is of no use to whoever set the variable
  }
}

/** A socket that goes nowhere tells what it would show of itself: nothing else here reads PKCS#12. */
function endOf(own: { readonly pfx: Buffer; readonly passphrase: string }): Date {
  if (!canUse(own))
    throw refusal(
      'GCTP_CERTIFICATE_FILE',
      'must be PKCS#12 that GCTP_CERTIFICATE_PASSWORD_FILE opens',
    )
  const nowhere = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() })
  const socket = new TLSSocket(nowhere, { isServer: true, secureContext: createSecureContext(own) })
  const shown = socket.getCertificate()
  socket.destroy()
  const end = new Date(shown && 'valid_to' in shown ? shown.valid_to : '')
  if (Number.isNaN(end.getTime()))
    throw refusal('GCTP_CERTIFICATE_FILE', 'must hold a certificate with its key')
  return end
}

function refuseOpen(variable: string, file: string): void {
  if ((statSync(file).mode & 0o077) !== 0)
    throw refusal(variable, 'must be a file that only its owner can read: chmod 600')
}

function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw refusal(variable, 'must be a file that can be read', cause)
  }
}

function refusal(variable: string, what: string, cause?: unknown): StartRefused {
  return new StartRefused(`${variable} ${what}`, CONFIGURATION_EXIT, { cause })
}
