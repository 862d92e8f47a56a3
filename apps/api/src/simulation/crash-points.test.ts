import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { crash, findStory } from './crash-points.ts'
import { mainEvents } from './people.ts'
import { openStage, type Stage } from './stage.ts'

/** The process dies at every place that a save passes, for each of the main events, and comes up again. */

const results = join(import.meta.dirname, '../../test-results')
const minutes = 60_000

let stage: Stage
/** What each case came to, by place and event. */
const table = new Map<string, Map<string, string>>()
beforeAll(async () => {
  stage = await openStage()
}, minutes)
afterAll(async () => {
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'crash-points.md'), `${tableOf(mainEvents)}\n`)
  await stage.close()
})

const inFull = 'move'
const mayEnd = ['completed', 'followOns', 'inDoubt']

test.each(mainEvents)(
  'wherever a save of %s is cut off, it happens once',
  { timeout: 10 * minutes },
  async (event) => {
    const story = await findStory(stage, event)
    // Dying in the middle of a transaction is dying before its commit: told in full for one event.
    const points = story.points.filter(({ isWithin }) => event === inFull || !isWithin)
    expect(points.length).toBeGreaterThan(30)
    for (const point of points) {
      const { run, status, applied, reports } = await crash(story, point)
      note(point.name, event, status)
      expect([point.name, run.violations]).toEqual([point.name, []])
      expect(run.counts['kills']).toBe(1)
      expect(mayEnd).toContain(status)
      expect([point.name, applied]).toEqual([point.name, reports])
    }
  },
)

function note(point: string, event: string, status: string): void {
  const row = table.get(point) ?? new Map<string, string>()
  table.set(point, row.set(event, status))
}

function tableOf(events: readonly string[]): string {
  const rows = [...table].map(([point, cells]) => [
    point,
    ...events.map((event) => cells.get(event) ?? ''),
  ])
  const lines = [['the process dies at', ...events], ['---', ...events.map(() => '---')], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
