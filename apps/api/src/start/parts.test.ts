import { expect, test } from 'vitest'

import { createParts } from './parts.ts'

function recorder() {
  const stopped: string[] = []
  const warned: unknown[] = []
  const parts = createParts({ warn: (...args: unknown[]) => void warned.push(args[0]) })
  const part = (name: string) => ({ name, stop: async () => void stopped.push(name) })
  return { parts, part, stopped, warned }
}

test('parts are stopped in the reverse order of starting', async () => {
  const { parts, part, stopped } = recorder()
  for (const name of ['database', 'engine', 'server']) parts.add(part(name))
  await Promise.all([parts.stop(), parts.stop()])
  expect(stopped).toEqual(['server', 'engine', 'database'])
})

test('one that fails keeps none of the others running', async () => {
  const { parts, part, stopped, warned } = recorder()
  parts.add(part('database'))
  parts.add({ name: 'engine', stop: () => Promise.reject(new TypeError('broken')) })
  await parts.stop()
  expect(stopped).toEqual(['database'])
  expect(warned).toEqual([{ part: 'engine', error: 'TypeError' }])
})

test('a part that comes too late is stopped at once', async () => {
  const { parts, part, stopped } = recorder()
  const stopping = parts.stop()
  parts.add(part('server'))
  await stopping
  expect(stopped).toEqual(['server'])
  expect(parts.isStopping()).toBe(true)
})
