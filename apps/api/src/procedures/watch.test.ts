import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, command, draftName, withSystem } from '../testing/system.ts'

const system = withSystem()

interface Told {
  readonly id: string
  readonly data: { readonly caseId: string; readonly status: string; readonly version: number }
}

const open = (user?: string) => draftName(system(), {}, user)

/** What the stream tells until somebody has heard enough. */
async function listen(
  options: { readonly user?: string; readonly lastEventId?: string },
  enough: (told: readonly Told[]) => boolean,
  act: () => Promise<unknown> = async () => undefined,
): Promise<readonly Told[]> {
  const { user = 'caseworker', lastEventId } = options
  const input = encodeURIComponent(JSON.stringify(lastEventId === undefined ? {} : { lastEventId }))
  const stopping = new AbortController()
  const response = await fetch(`${system().origin}/trpc/cases.watch?input=${input}`, {
    headers: { authorization: `Bearer demo:${user}`, accept: 'text/event-stream' },
    signal: stopping.signal,
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const told: Told[] = []
  let text = ''
  let acted: Promise<unknown> | undefined
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString()
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    told.push(...events.flatMap(toTold))
    acted ??= act()
    if (enough(told)) break
  }
  await acted
  stopping.abort()
  return told
}

function toTold(event: string): readonly Told[] {
  const id = /^id: (.+)$/m.exec(event)?.[1]
  const data = /^data: (.+)$/m.exec(event)?.[1]
  return id === undefined || data === undefined ? [] : [{ id, data: JSON.parse(data) }]
}

test('changes are told by id and state alone', async () => {
  let opened: CaseView | undefined
  const [told] = await listen(
    {},
    (all) => all.length > 0,
    async () => (opened = await open()),
  )
  expect(told?.data).toEqual({
    caseId: opened?.caseId,
    event: 'addressing-name',
    status: 'draft',
    version: 1,
  })
})

test('a stream goes on from where it broke off', async () => {
  const first = await listen({}, (all) => all.length > 0, open)
  const missed = await open()
  await command(system(), missed, { type: 'fill', data: { addressingName: 'Nymark,E' } })
  const lastEventId = first.at(-1)?.id ?? ''
  const told = await listen({ lastEventId }, (all) => all.some(({ data }) => data.version === 2))
  const ofMissed = told.filter(({ data }) => data.caseId === missed.caseId)
  expect(ofMissed.map(({ data }) => data.version)).toEqual([1, 2])
})

test("another authority's changes are not told", async () => {
  const hears = listen(
    { user: 'other' },
    (all) => all.length > 0,
    async () => {
      await open()
      await open('other')
    },
  )
  const seen = await hears
  expect(seen).toHaveLength(1)
  expect(await ask(system(), 'cases.get', { caseId: seen[0]?.data.caseId }, 'other')).toBeDefined()
})

test('no change is lost among many at once', async () => {
  const opened = new Set<string>()
  const told = await listen(
    {},
    (all) =>
      opened.size === 40 && [...opened].every((id) => all.some(({ data }) => data.caseId === id)),
    async () => {
      const cases = await Promise.all(Array.from({ length: 40 }, () => open()))
      for (const { caseId } of cases) opened.add(caseId)
      // One more, so that there is something left to hear.
      await open()
    },
  )
  expect(told.length).toBeGreaterThanOrEqual(40)
}, 20_000)
