import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { GoldenFile } from './golden-file.ts'

const folder = join(import.meta.dirname, '../../golden')

/** Which versions are out: their charts, and whose they are. */
export type Released = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const releasedFile = join(folder, 'released.json')

export function versionFolder(version: number): string {
  return join(folder, String(version))
}

export function readReleased(): Released {
  return JSON.parse(readFileSync(releasedFile, 'utf8'))
}

export function writeReleased(released: Released): void {
  const versions = Object.entries(released).map(([version, charts]) => {
    const lines = Object.entries(charts).map(
      ([print, events]) => `${JSON.stringify(print)}: ${JSON.stringify(events)}`,
    )
    return `${JSON.stringify(version)}: {\n${lines.join(',\n')}\n}`
  })
  writeFileSync(releasedFile, `{\n${versions.join(',\n')}\n}\n`)
}

/** Versions whose journals are kept. */
export function keptVersions(): readonly number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((one, other) => one - other)
}

export function readGolden(version: number): readonly GoldenFile[] {
  if (!keptVersions().includes(version)) return []
  const names = readdirSync(versionFolder(version)).toSorted()
  return names.map((name) => JSON.parse(readFileSync(join(versionFolder(version), name), 'utf8')))
}
