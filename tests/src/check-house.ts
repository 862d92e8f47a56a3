/** What no other tool checks: which room may know which, pinned versions, file sizes, tests that are really run. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const largest = 250

const pins = z.record(z.string(), z.string()).optional()
const manifestShape = z.object({
  name: z.string(),
  dependencies: pins,
  devDependencies: pins,
  optionalDependencies: pins,
})

/** Rooms that a room may import at run time; `types` only for types or in tests. */
const arrows: Record<
  string,
  { readonly imports: readonly string[]; readonly types: readonly string[] }
> = {
  gctp: { imports: [], types: [] },
  events: { imports: ['gctp'], types: [] },
  machines: { imports: ['events'], types: [] },
  register: { imports: ['gctp', 'events'], types: [] },
  api: { imports: ['gctp', 'events', 'machines'], types: ['register'] },
  admin: { imports: ['events', 'machines'], types: ['api'] },
  tests: { imports: [], types: ['gctp', 'api', 'events', 'register'] },
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))

function manifests(): { file: string; manifest: z.infer<typeof manifestShape> }[] {
  return globSync('{packages,apps}/*/package.json', { cwd: root })
    .concat('tests/package.json', 'package.json')
    .map((file) => ({
      file,
      manifest: manifestShape.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))),
    }))
}

const rooms = (group: Record<string, string> = {}) =>
  Object.keys(group)
    .filter((name) => name.startsWith('@sagsgang/'))
    .map((name) => name.replace('@sagsgang/', ''))

function wrongArrows(): string[] {
  return manifests().flatMap(({ file, manifest }) => {
    const allowed = arrows[manifest.name.replace('@sagsgang/', '')]
    if (allowed === undefined) return []
    return [
      ...rooms(manifest.dependencies).filter((room) => !allowed.imports.includes(room)),
      ...rooms(manifest.devDependencies).filter(
        (room) => !allowed.types.includes(room) && !allowed.imports.includes(room),
      ),
    ].map((room) => `${file}: may not know ${room}`)
  })
}

function loosePins(): string[] {
  return manifests().flatMap(({ file, manifest }) =>
    Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
      .filter(([, version]) => !/^(?:\d+\.\d+\.\d+\S*|workspace:\*)$/.test(version))
      .map(([name, version]) => `${file}: ${name} ${version} is not an exact version`),
  )
}

function tooLong(): string[] {
  return files
    .filter((file) => /\.(?:ts|tsx|css|sql|sh)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > largest)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${largest}`)
}

function untested(): string[] {
  const avoided = /\b(?:test|it|describe)\.(?:skip|only|todo|fixme|fails)\b/
  return files
    .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file))
    .filter((file) => avoided.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => `${file}: every test runs`)
}

const numberOf = (file: string) => file.replace(/(\d{4})-.*$/, '$1')

/** Migrations and decisions are told apart by their number. */
function sharedNumbers(): string[] {
  const numbered = files.filter((file) => /\/(?:migrations|decisions)\/\d{4}-/.test(file))
  return numbered
    .filter((file) =>
      numbered.some((other) => other !== file && numberOf(other) === numberOf(file)),
    )
    .map((file) => `${file}: another has this number`)
}

const faults = [...wrongArrows(), ...loosePins(), ...tooLong(), ...untested(), ...sharedNumbers()]
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
