import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'

import { chartFingerprint } from '../src/chart-of.ts'
import { toSteps } from '../src/golden/golden-file.ts'
import { readReleased, versionFolder, writeReleased } from '../src/golden/golden-folder.ts'
import { grow, kindOf } from '../src/golden/grow.ts'
import { machineVersion } from '../src/machine-for.ts'

/**
 * Writes the golden journals of this version of the machines, one file for each chart. With `--release` notes instead that
 * the version is out: from then on its journals are never written again.
 */
const charts = new Map<string, EventDefinition[]>()
for (const definition of [...catalogue, ...maintenanceCatalogue]) {
  const fingerprint = chartFingerprint(definition)
  charts.set(fingerprint, [...(charts.get(fingerprint) ?? []), definition])
}

const released = readReleased()
if (released[machineVersion]) {
  process.stderr.write(
    `version ${machineVersion} is released and its journals stand: raise machineVersion before you change what a case does\n`,
  )
  process.exitCode = 1
} else if (process.argv.includes('--release')) {
  const known = [...charts].map(([print, alike]) => [print, alike.map(({ id }) => id)] as const)
  writeReleased({ ...released, [machineVersion]: Object.fromEntries(known) })
  process.stdout.write(`version ${machineVersion} is released\n`)
} else {
  const folder = versionFolder(machineVersion)
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  const kinds = new Set<string>()
  // The smallest chart of each kind stands for its own course.
  const bySize = [...charts].toSorted(
    ([, [one]], [, [other]]) => (one?.followOns.length ?? 0) - (other?.followOns.length ?? 0),
  )
  for (const [fingerprint, alike] of bySize) {
    const [definition] = alike
    if (!definition) continue
    const isFirst = !kinds.has(kindOf(definition))
    kinds.add(kindOf(definition))
    const steps = toSteps(grow(definition, isFirst))
    const head = JSON.stringify({ events: alike.map(({ id }) => id), fingerprint })
    const lines = steps.map((step) => JSON.stringify(step)).join(',\n')
    writeFileSync(
      join(folder, `${definition.id}.json`),
      `${head.slice(0, -1)},"steps":[\n${lines}\n]}\n`,
    )
    process.stdout.write(`${definition.id}: ${steps.length} steps\n`)
  }
}
