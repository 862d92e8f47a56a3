import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

const key = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
const orders = [
  `req -x509 ${key} -subj /CN=drill -days 2 -keyout ca.key -out ca.crt`,
  `req ${key} -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1,DNS:localhost -keyout server.key -out server.csr`,
  'x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -copy_extensions copy -days 2 -out server.crt',
] as const

/** `ca.crt` and, signed by it, `server.crt` with `server.key`, for a server on this machine and for two days. */
export async function makeCertificates(folder: string): Promise<void> {
  for (const order of orders) await run('openssl', order.split(' '), { cwd: folder })
}
