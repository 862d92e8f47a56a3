import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'

import { catalogue } from '@sagsgang/events'

import { drawChart } from '../src/procedures/draw-chart.ts'
import { chartSvg } from './chart-svg.ts'
import { eventPage } from './event-page.ts'
import { indexPage } from './index-page.ts'

/**
 * Writes docs/reference from the catalogue; with `--check` only tells which pages do not say what the catalogue says, and
 * exits with 1.
 */
const folder = new URL('../../../docs/reference/', import.meta.url)

async function pages(): Promise<ReadonlyMap<string, string>> {
  const written = new Map([['README.md', indexPage()]])
  for (const definition of catalogue) {
    written.set(`events/${definition.id}.md`, eventPage(definition))
    const chart = await drawChart(definition, 'overview')
    written.set(`events/${definition.id}.svg`, chartSvg(chart, definition.name))
  }
  return written
}

async function standing(): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => (entry.parentPath.endsWith('events') ? `events/${entry.name}` : entry.name))
  const read = files.map(
    async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const,
  )
  return new Map(await Promise.all(read))
}

const wanted = await pages()
const there = await standing()
const stale = [...wanted].filter(([name, text]) => there.get(name) !== text)
const left = [...there.keys()].filter((name) => !wanted.has(name))

if (process.argv.includes('--check')) {
  for (const [name] of stale)
    process.stderr.write(`docs/reference/${name} is not what the catalogue says\n`)
  for (const name of left) process.stderr.write(`docs/reference/${name} belongs to no event\n`)
  if (stale.length + left.length > 0) {
    process.stderr.write('run pnpm reference and commit what it writes\n')
    process.exitCode = 1
  }
} else {
  await mkdir(new URL('events/', folder), { recursive: true })
  for (const [name, text] of stale) await writeFile(new URL(name, folder), text)
  for (const name of left) await rm(new URL(name, folder))
  process.stdout.write(`${wanted.size} pages, ${stale.length} written, ${left.length} removed\n`)
}

// The thread that laid the charts out would wait for more of them.
process.exit()
