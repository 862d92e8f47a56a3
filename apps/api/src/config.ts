import { readFileSync } from 'node:fs'

import { z } from 'zod'

import { readTls } from './database/read-tls.ts'
import { isPlainAddress, type Tls } from './database/server-address.ts'
import { isLoopback } from './is-loopback.ts'
import { CONFIGURATION_EXIT, StartRefused } from './start/start-refused.ts'

export interface Config {
  readonly host: string
  readonly port: number
  /** Null: the embedded database. */
  readonly databaseUrl: string | null
  readonly databaseTls: Tls
  readonly dataDirectory: string
  /** Null: beside the data. */
  readonly auditKeyFile: string | null
  /** Null: no backup is sealed or opened. */
  readonly backupKeyFile: string | null
  /** Null: the development register in this process. */
  readonly gctpUrl: string | null
  readonly gctpUser: string
  readonly gctpPassword: string
  /** Null: the password is changed by whoever configures it. */
  readonly gctpPasswordKeyFile: string | null
  /** Null: everybody signs on as one user. */
  readonly gctpUsersFile: string | null
  readonly gctpCertificateFile: string | null
  readonly gctpCertificatePasswordFile: string | null
  readonly gctpCaFile: string | null
  /** The agreement by which messages travel in SOAP; null: they travel as they are. */
  readonly gctpSoapFile: string | null
  /** Null: made-up prices. */
  readonly priceListFile: string | null
  readonly registerPort: number
  /** How many paid lookups a case may make on one day without anybody being asked. */
  readonly lookUpsPerDay: number
  readonly authMode: 'demo' | 'oidc'
  readonly role: 'all' | 'api' | 'worker'
}

// The demo user of the development register, who can do nothing anywhere else.
const DEMO_USER = 'WTST0001'
const DEMO_PASSWORD = 'Hemmelig-1'

const port = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number)
  .pipe(z.number().max(65_535))
const httpUrl = z.url({ protocol: /^https?$/u })
const databaseUrl = z
  .url({ protocol: /^postgres(?:ql)?$/u })
  // A mode in the address would quietly replace the checks on the server's certificate, and a host there the host.
  .refine(isPlainAddress, 'must not carry options')

const environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/u)
    .default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_PASSWORD_FILE: z.string().min(1).optional(),
  DATABASE_CA_FILE: z.string().min(1).optional(),
  DATABASE_CERT_FILE: z.string().min(1).optional(),
  DATABASE_KEY_FILE: z.string().min(1).optional(),
  LOOKUPS_PER_DAY: z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .default('500')
    .transform(Number),
  DATA_DIR: z.string().min(1).default('.data'),
  AUDIT_KEY_FILE: z.string().min(1).optional(),
  BACKUP_KEY_FILE: z.string().min(1).optional(),
  GCTP_URL: httpUrl.optional(),
  GCTP_USER: z
    .string()
    .regex(/^\w{1,20}$/u)
    .default(DEMO_USER),
  GCTP_PASSWORD: z.string().min(1).optional(),
  GCTP_PASSWORD_FILE: z.string().min(1).optional(),
  GCTP_PASSWORD_KEY_FILE: z.string().min(1).optional(),
  GCTP_USERS_FILE: z.string().min(1).optional(),
  GCTP_CERTIFICATE_FILE: z.string().min(1).optional(),
  GCTP_CERTIFICATE_PASSWORD_FILE: z.string().min(1).optional(),
  GCTP_CA_FILE: z.string().min(1).optional(),
  GCTP_SOAP_FILE: z.string().min(1).optional(),
  PRICE_LIST_FILE: z.string().min(1).optional(),
  REGISTER_PORT: port.default(3001),
  AUTH_MODE: z.enum(['demo', 'oidc']).default('demo'),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  // It would switch off every check of a certificate behind our back.
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((value) => value !== '0')
    .optional(),
})

type Environment = z.infer<typeof environment>

const allowed: Readonly<Record<keyof Environment, string>> = {
  HOST: 'a host name or address',
  PORT: 'a port number',
  DATABASE_URL: 'a postgres:// address without options but the host directory of a socket',
  DATABASE_PASSWORD_FILE: 'a file that can be read',
  DATABASE_CA_FILE: 'a file that can be read',
  DATABASE_CERT_FILE: 'a file that can be read',
  DATABASE_KEY_FILE: 'a file that can be read',
  LOOKUPS_PER_DAY: 'a number from 1 to 999999',
  DATA_DIR: 'a directory',
  AUDIT_KEY_FILE: 'a file that can be read',
  BACKUP_KEY_FILE: 'a file that can be read',
  GCTP_URL: 'an http:// or https:// address',
  GCTP_USER: 'a user code',
  GCTP_PASSWORD: 'a password',
  GCTP_PASSWORD_FILE: 'a file that can be read',
  GCTP_PASSWORD_KEY_FILE: 'a file that can be read',
  GCTP_USERS_FILE: 'a file that can be read',
  GCTP_CERTIFICATE_FILE: 'a file that can be read',
  GCTP_CERTIFICATE_PASSWORD_FILE: 'a file that can be read',
  GCTP_CA_FILE: 'a file that can be read',
  GCTP_SOAP_FILE: 'a file that can be read',
  PRICE_LIST_FILE: 'a file that can be read',
  REGISTER_PORT: 'a port number',
  AUTH_MODE: 'demo or oidc',
  ROLE: 'all, api or worker',
  NODE_TLS_REJECT_UNAUTHORIZED: 'left out, as certificates are always checked',
}

/** The environment, read and checked once. Nothing else reads it. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(variables)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw invalid(name, isVariable(name) ? `must be ${allowed[name]}` : 'is malformed')
  }
  const given = parsed.data
  refuseTogether(given)
  refuseOnePort(given)
  return {
    host: given.HOST,
    port: given.PORT,
    databaseUrl: databaseOf(given),
    databaseTls: readTls(given),
    dataDirectory: given.DATA_DIR,
    ...optionalOf(given),
    gctpUser: given.GCTP_USER,
    gctpPassword: passwordOf(given),
    registerPort: given.REGISTER_PORT,
    lookUpsPerDay: given.LOOKUPS_PER_DAY,
    authMode: given.AUTH_MODE,
    role: given.ROLE,
  }
}

const orNull = (value: string | undefined): string | null => value ?? null

/** What is null where nobody gives it. */
function optionalOf(given: Environment) {
  return {
    auditKeyFile: orNull(given.AUDIT_KEY_FILE),
    backupKeyFile: orNull(given.BACKUP_KEY_FILE),
    gctpUrl: orNull(given.GCTP_URL),
    gctpPasswordKeyFile: orNull(given.GCTP_PASSWORD_KEY_FILE),
    gctpUsersFile: orNull(given.GCTP_USERS_FILE),
    gctpCertificateFile: orNull(given.GCTP_CERTIFICATE_FILE),
    gctpCertificatePasswordFile: orNull(given.GCTP_CERTIFICATE_PASSWORD_FILE),
    gctpCaFile: orNull(given.GCTP_CA_FILE),
    gctpSoapFile: orNull(given.GCTP_SOAP_FILE),
    priceListFile: orNull(given.PRICE_LIST_FILE),
  } satisfies Partial<Config>
}

/** What is well formed by itself and wrong beside the rest. */
function refuseTogether(given: Environment): void {
  const { AUTH_MODE, HOST, GCTP_URL, ROLE, DATABASE_URL } = given
  if (AUTH_MODE === 'demo' && !isLoopback(HOST)) {
    throw invalid('AUTH_MODE', 'must be oidc where HOST is not a loopback address')
  }
  if (AUTH_MODE === 'demo' && GCTP_URL && !isLoopback(new URL(GCTP_URL).hostname)) {
    throw invalid('AUTH_MODE', 'must be oidc where GCTP_URL is not a loopback address')
  }
  if (ROLE !== 'all' && !DATABASE_URL) {
    throw invalid('DATABASE_URL', `must be given where ROLE is ${ROLE}`)
  }
  if (ROLE !== 'all' && !GCTP_URL) {
    throw invalid('GCTP_URL', `must be given where ROLE is ${ROLE}`)
  }
}

function refuseOnePort({ PORT, REGISTER_PORT, GCTP_URL }: Environment): void {
  if (!GCTP_URL && PORT === REGISTER_PORT && PORT !== 0) {
    throw invalid('REGISTER_PORT', 'must be another port than PORT')
  }
}

/** A password in the address would be seen by whoever sees the settings. */
function databaseOf({ DATABASE_URL, DATABASE_PASSWORD_FILE }: Environment): string | null {
  if (DATABASE_URL === undefined) {
    if (DATABASE_PASSWORD_FILE === undefined) return null
    throw invalid('DATABASE_URL', 'must be given where DATABASE_PASSWORD_FILE is')
  }
  if (DATABASE_PASSWORD_FILE === undefined) return DATABASE_URL
  const address = new URL(DATABASE_URL)
  address.password = encodeURIComponent(
    readPassword('DATABASE_PASSWORD_FILE', DATABASE_PASSWORD_FILE),
  )
  return address.href
}

function passwordOf(given: Environment): string {
  const { GCTP_PASSWORD, GCTP_PASSWORD_FILE, GCTP_URL, GCTP_SOAP_FILE } = given
  if (GCTP_PASSWORD_FILE !== undefined) {
    return readPassword('GCTP_PASSWORD_FILE', GCTP_PASSWORD_FILE)
  }
  if (GCTP_PASSWORD !== undefined) return GCTP_PASSWORD
  if (!GCTP_SOAP_FILE && GCTP_URL && !isLoopback(new URL(GCTP_URL).hostname)) {
    throw invalid('GCTP_PASSWORD', 'must be given where GCTP_URL is not a loopback address')
  }
  return DEMO_PASSWORD
}

function readPassword(name: keyof Environment, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw invalid(name, `must be ${allowed[name]}`, cause)
  }
}

function isVariable(name: string): name is keyof Environment {
  return name in allowed
}

function invalid(name: string, what: string, cause?: unknown): StartRefused {
  return new StartRefused(`${name} ${what}`, CONFIGURATION_EXIT, { cause })
}
