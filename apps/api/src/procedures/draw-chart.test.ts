import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import { chartOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { drawChart } from './draw-chart.ts'

const definitions = [...catalogue, ...maintenanceCatalogue.slice(0, 1)]

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const holds = (outer: Frame, inner: Frame) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

test.each(definitions)('every state of $id lies within its parent', async (definition) => {
  const { states, width, height } = await drawChart(definition)
  const byId = new Map(states.map((state) => [state.id, state]))
  const plane = { x: 0, y: 0, width, height }
  for (const state of states) {
    const outer = state.parent === null ? plane : byId.get(state.parent)
    expect(state.width).toBeGreaterThan(0)
    expect(outer !== undefined && holds(outer, state), state.id).toBe(true)
  }
})

test.each(definitions)('every transition of $id is drawn with its label', async (definition) => {
  const { transitions } = await drawChart(definition)
  const ways = new Set(chartOf(definition).transitions.map(({ from, to }) => `${from} ${to}`))
  expect(new Set(transitions.map(({ from, to }) => `${from} ${to}`))).toEqual(ways)
  for (const { points, label, from, to } of transitions) {
    expect(points.length, `${from} to ${to}`).toBeGreaterThanOrEqual(2)
    expect(label).not.toBeNull()
  }
})

test('a line starts at the state it leaves', async () => {
  const [definition] = catalogue
  if (definition === undefined) throw new Error('the catalogue is empty')
  const { states, transitions } = await drawChart(definition)
  const back = transitions.find(
    ({ from, to }) => from.endsWith('confirming') && to.endsWith('drafting'),
  )
  const state = states.find(({ id }) => id === back?.from)
  const [start] = back?.points ?? []
  if (state === undefined || start === undefined) throw new Error('no way back is drawn')
  expect(start.x).toBeGreaterThanOrEqual(state.x - 1)
  expect(start.x).toBeLessThanOrEqual(state.x + state.width + 1)
  expect(start.y).toBeGreaterThanOrEqual(state.y - 1)
  expect(start.y).toBeLessThanOrEqual(state.y + state.height + 1)
})

test.each(definitions)('the overview of $id is a fraction as wide', async (definition) => {
  const [overview, whole] = await Promise.all([
    drawChart(definition, 'overview'),
    drawChart(definition),
  ])
  expect(overview.width).toBeLessThan(whole.width / 2)
  for (const { points } of overview.transitions) expect(points.length).toBeGreaterThanOrEqual(2)
})
