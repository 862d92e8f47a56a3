import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const known = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

/** Path of a browser; installed from Debian's packages as root where there is none. */
export function findBrowser(): string {
  const found = [process.env['CHROMIUM'], ...known].find(
    (path) => path !== undefined && existsSync(path),
  )
  return found ?? installBrowser()
}

function installBrowser(): string {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('no browser found: set CHROMIUM to the path of a Chromium')
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { stdio: 'inherit', env: environment } as const
  execFileSync('apt-get', ['update', '-qq'], options)
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation'], options)
  return '/usr/bin/chromium'
}
