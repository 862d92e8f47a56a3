import { catalogue, findDefinition, maintenanceCatalogue } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { activeStates, chartFingerprint } from '../chart-of.ts'
import { machineVersion } from '../machine-for.ts'
import { currentRelease } from '../migrations/release.ts'
import { follow } from './follow.ts'
import { toReached } from './golden-file.ts'
import { keptVersions, readGolden, readReleased } from './golden-folder.ts'
import { marksOf } from './grow.ts'

const versions = keptVersions()

const toDo = (version: number) =>
  readReleased()[version]
    ? `version ${version} is out and such cases may be open: undo the change, or raise machineVersion and add a migration from ${version} (docs/releasing-a-machine.md)`
    : `version ${version} is not out yet: if the change is meant, run pnpm golden and commit what it writes (docs/releasing-a-machine.md)`

test('the journals of this version are kept', () => {
  expect(versions).toContain(machineVersion)
  for (const version of Object.keys(readReleased())) expect(versions).toContain(Number(version))
})

describe.each(versions)('version %i', (version) => {
  const files = readGolden(version)

  test('its cases go on as they stood, or are migrated', () => {
    const lost = files.flatMap(({ events, steps }) => {
      const reached = toReached(steps)
      return events.flatMap((event) => {
        const definition = findDefinition(event)
        if (!definition) return [`${event}: is no longer in the catalogue`]
        const followed = follow({ definition, version, release: currentRelease }, reached)
        return followed.lost.map(({ said, why }) => `${event}: ${why}, after ${said.join(', ')}`)
      })
    })
    expect(lost.slice(0, 5), toDo(version)).toEqual([])
  })
})

describe('this version', () => {
  const files = readGolden(machineVersion)

  test('every event and operation is kept under its chart', () => {
    const kept = files.flatMap(({ events, fingerprint }) => events.map((id) => [id, fingerprint]))
    const today = [...catalogue, ...maintenanceCatalogue].map((one) => [
      one.id,
      chartFingerprint(one),
    ])
    expect(Object.fromEntries(kept), toDo(machineVersion)).toEqual(Object.fromEntries(today))
  })

  test('every state of every chart is met', () => {
    for (const { events, steps } of files) {
      const definition = findDefinition(events[0] ?? '')
      if (!definition) continue
      const met = new Set(toReached(steps).flatMap(({ snapshot }) => activeStates(snapshot)))
      const states = marksOf(definition, false).filter((mark) => !mark.includes(' '))
      expect(
        states.filter((id) => !met.has(id)),
        definition.id,
      ).toEqual([])
    }
  })
})
