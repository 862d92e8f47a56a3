import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { createRegister } from './server.ts'

/** The register in a process of its own: `node packages/register/src/main.ts`, for an engine on several processes. */

const { REGISTER_PORT = '3001', DATA_DIR = '.data' } = process.env
const wrongSetting = 78

if (!/^\d{1,5}$/.test(REGISTER_PORT) || Number(REGISTER_PORT) > 65_535)
  refuse('REGISTER_PORT must be a port number', wrongSetting)

const directory = resolve(DATA_DIR, 'register')
const lock = holdDirectory()
const register = await createRegister({
  dataDirectory: directory,
  port: Number(REGISTER_PORT),
}).catch(() => refuse(`port ${REGISTER_PORT} is in use: set REGISTER_PORT to another`, 1))

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop())
process.stdout.write(`ready ${register.url}\n`)

/** Two on one directory would write over each other; the kernel lets go of the file however a process ends. */
function holdDirectory(): DatabaseSync {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const held = new DatabaseSync(join(directory, 'lock'), { timeout: 0 })
    held.exec('begin exclusive')
    return held
  } catch {
    return refuse('DATA_DIR must be a directory that can be written to and that no other uses', 1)
  }
}

async function stop(): Promise<void> {
  await register.close()
  lock.close()
  process.exit(0)
}

function refuse(sentence: string, code: number): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
