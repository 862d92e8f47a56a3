import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'
import type { AnyStateNode } from 'xstate'

import { activeStates, chartFingerprint, chartOf } from './chart-of.ts'
import { machineFor } from './machine-for.ts'
import { eventWith, followOn, maintenance } from './testing/definition.ts'
import { accepted, story } from './testing/story.ts'

const everything = [...catalogue, ...maintenanceCatalogue]

describe('every machine', () => {
  test('nothing waits by itself: no timers, no actors', () => {
    for (const node of everything.flatMap(nodesOf)) {
      expect(node.after).toEqual([])
      expect(node.invoke).toEqual([])
    }
  })

  test('every initial state exists', () => {
    for (const node of everything.flatMap(nodesOf)) {
      if (node.type !== 'compound') continue
      expect(Object.keys(node.states)).toContain(node.config.initial)
    }
  })

  test('ids are unique and hold no dot', () => {
    for (const definition of everything) {
      const ids = nodesOf(definition).flatMap(({ config }) => config.id ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => id.includes('.'))).toEqual([])
    }
  })
})

describe('a chart', () => {
  const plain = eventWith()
  const chart = chartOf(eventWith([followOn('naming', { mode: 'required' })]))

  test('each state and each arrow has two languages', () => {
    const texts = [
      ...chart.states.map(({ name }) => name),
      ...chart.transitions.map(({ message }) => message),
    ]
    expect(texts.filter(({ da, en }) => da === '' || en === '')).toEqual([])
  })

  test('arrows lead from and to its own states', () => {
    const ids = chart.states.map(({ id }) => id)
    for (const { from, to } of chart.transitions)
      expect(ids).toEqual(expect.arrayContaining([from, to]))
  })

  test('it shows a region for each follow-on alone', () => {
    const regions = (one: typeof chart) =>
      one.states.filter(({ parent }) => parent === 'work/accepted/followOns').map(({ id }) => id)
    expect(regions(chart)).toEqual(['work/accepted/followOns/naming@person'])
    expect(regions(chartOf(plain))).toEqual([])
  })

  test('its fingerprint changes with its shape alone', () => {
    expect(chartFingerprint(plain)).toBe(chartFingerprint(eventWith()))
    expect(chartFingerprint(plain)).not.toBe(chartFingerprint(eventWith([followOn('naming')])))
    expect(chartFingerprint(plain)).not.toBe(chartFingerprint(maintenance))
  })

  test('the states a case is in are among them', () => {
    const { snapshot } = accepted(story(plain))
    expect(activeStates(snapshot)).toEqual([
      'work',
      'work/accepted',
      'work/accepted/course',
      'work/accepted/course/completed',
      'health',
      'health/well',
    ])
  })
})

function nodesOf(definition: Parameters<typeof machineFor>[0]): readonly AnyStateNode[] {
  return below(machineFor(definition).root)
}

function below(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(below)]
}
