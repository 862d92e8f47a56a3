import { readFileSync } from 'node:fs'

import { createSoapPoster } from '@sagsgang/gctp'
import type { Poster, RegisterTls, SoapAgreement } from '@sagsgang/gctp'
import { z } from 'zod'

import type { Config } from '../config.ts'
import { isLoopback } from '../is-loopback.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

type CarrierConfig = Pick<
  Config,
  'gctpSoapFile' | 'gctpCertificateFile' | 'gctpUsersFile' | 'gctpPasswordKeyFile'
>

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu)
const shape = z.strictObject({
  agreement: uuid,
  userSystem: uuid,
  user: uuid,
  service: uuid,
  services: z.record(z.string().regex(/^[\w+-]{1,20}$/u), uuid).default({}),
})

/** What carries messages in SOAP; null: they travel as they are, and somebody signs on. */
export function openCarrier(
  config: CarrierConfig,
  { url, tls }: { readonly url: string; readonly tls: RegisterTls },
): Poster | null {
  const { gctpSoapFile: file } = config
  if (file === null) return null
  refuseSigningOn(config)
  const address = new URL(url)
  if (!isLoopback(address.hostname)) refuseUnvouched(address, config)
  return createSoapPoster({ url, agreement: readAgreement(file), tls })
}

/** A password that nobody says cannot be changed, nor can one be said for somebody. */
function refuseSigningOn({ gctpUsersFile, gctpPasswordKeyFile }: CarrierConfig): void {
  const what = 'must be left out where GCTP_SOAP_FILE is given, as nobody signs on'
  if (gctpUsersFile !== null) throw refusal('GCTP_USERS_FILE', what)
  if (gctpPasswordKeyFile !== null) throw refusal('GCTP_PASSWORD_KEY_FILE', what)
}

function refuseUnvouched({ protocol }: URL, { gctpCertificateFile }: CarrierConfig): void {
  const where = 'where GCTP_SOAP_FILE is and GCTP_URL is not a loopback address'
  if (protocol !== 'https:') throw refusal('GCTP_URL', `must be an https:// address ${where}`)
  if (gctpCertificateFile === null) throw refusal('GCTP_CERTIFICATE_FILE', `must be given ${where}`)
}

function readAgreement(file: string): SoapAgreement {
  const parsed = shape.safeParse(readJson(file))
  if (parsed.success) return parsed.data
  const place = parsed.error.issues[0]?.path.map(String).join(' ') || 'its beginning'
  throw refusal('GCTP_SOAP_FILE', `is malformed at ${place}`)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw refusal('GCTP_SOAP_FILE', 'must be a file that can be read and holds JSON', cause)
  }
}

function refusal(variable: string, what: string, cause?: unknown): StartRefused {
  return new StartRefused(`${variable} ${what}`, CONFIGURATION_EXIT, { cause })
}
