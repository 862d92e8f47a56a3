/**
 * `npm start`: installs and builds what is missing, then runs the product with the runtime that came with the install.
 * Plain JavaScript, as the machine's own Node may be too old for anything else. It stands between npm and the product because
 * a shell in between would not pass a signal on.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = import.meta.dirname
const runtime = join(root, 'node_modules/.bin/node')
const oldest = 24
const parent = process.ppid

const built = spawnSync('npx', ['-y', 'pnpm@12.21.0', 'run', 'build'], {
  cwd: root,
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(built.status ?? 1)

if (!existsSync(runtime) && Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(`this platform needs Node ${oldest} or later of its own\n`)
  process.exit(78)
}

const product = spawn(existsSync(runtime) ? runtime : process.execPath, ['apps/api/src/main.ts'], {
  cwd: root,
  stdio: 'inherit',
})
product.on('exit', (code) => process.exit(code ?? 1))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => product.kill('SIGTERM'))
}

// Killed without a chance to pass anything on, npm would leave the ports taken. Said once: a later signal would cut the stop short.
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  product.kill('SIGTERM')
}, 500)
