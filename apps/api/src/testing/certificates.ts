import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Paths of a certificate and its key. */
export interface Issued {
  readonly certificate: string
  readonly key: string
}

/** An authority that issues certificates for a test, and whose own certificate is `ca`. */
export interface Authority {
  readonly ca: string
  /** `names` as OpenSSL writes them: `IP:127.0.0.1`, `DNS:db.example`. */
  readonly issue: (name: string, names: string) => Issued
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']

const openssl = (...order: string[]) => execFileSync('openssl', order, { stdio: 'ignore' })

export function createAuthority(name: string): Authority {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-ca-'))
  chmodSync(directory, 0o755)
  const file = (part: string) => join(directory, part)
  const [ca, caKey] = [file('ca.pem'), file('ca.key')]
  openssl('req', '-x509', ...KEY, '-subj', `/CN=${name}`, '-keyout', caKey, '-out', ca)
  return {
    ca,
    issue: (subject, names) => {
      const issued = { certificate: file(`${subject}.pem`), key: file(`${subject}.key`) }
      const [request, extensions] = [file(`${subject}.csr`), file(`${subject}.ext`)]
      writeFileSync(extensions, `subjectAltName=${names}\n`)
      openssl('req', ...KEY, '-subj', `/CN=${subject}`, '-keyout', issued.key, '-out', request)
      const signing = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-extfile', extensions]
      openssl('x509', '-req', '-in', request, ...signing, '-days', '2', '-out', issued.certificate)
      chmodSync(issued.key, 0o600)
      return issued
    },
  }
}
