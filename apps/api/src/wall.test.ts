import { expect, test } from 'vitest'

import { createClock } from './clock.ts'
import { createWall } from './wall.ts'

const hour = 3_600_000
const noon = Date.UTC(2026, 10, 23, 12)

/** A machine whose clock is off by so much, and which has run for a while. */
function machineOff(by: number) {
  const world = { now: noon }
  const apart: number[] = []
  const monotonic = () => world.now - noon + 5_000
  const wall = createWall({
    monotonic,
    machine: () => world.now + by,
    onApart: (seconds) => void apart.push(seconds),
  })
  /** A reply to a call that takes so long, written half-way. */
  const hear = (takes: number) => {
    const sentAt = monotonic()
    const written = world.now + takes / 2
    world.now += takes
    const date = new Date(Math.floor(written / 1000) * 1000)
    wall.heard({ date, sentAt, heardAt: monotonic() })
  }
  return { world, wall, hear, apart }
}

test('until the register has answered it is the machine’s own', () => {
  const { world, wall } = machineOff(-hour)
  expect(wall.now()).toBe(world.now - hour)
})

test.each([-hour, hour])('a clock that is off by %i is put right', (by) => {
  const { world, wall, hear, apart } = machineOff(by)
  hear(200)
  expect(Math.abs(wall.now() - world.now)).toBeLessThanOrEqual(1_200)
  world.now += 10 * hour
  hear(200)
  expect(Math.abs(wall.now() - world.now)).toBeLessThanOrEqual(1_200)
  expect(apart).toHaveLength(1)
  expect(Math.abs((apart[0] ?? 0) * 1000 + by)).toBeLessThanOrEqual(2_000)
})

test('a clock that is right is left alone', () => {
  const { world, wall, hear, apart } = machineOff(0)
  for (const takes of [200, 25_000, 40]) hear(takes)
  expect(wall.now()).toBe(world.now)
  expect(apart).toEqual([])
})

test('a date nobody could mean is not believed', () => {
  const { world, wall } = machineOff(0)
  wall.heard({ date: new Date(0), sentAt: 5_000, heardAt: 5_100 })
  expect(wall.now()).toBe(world.now)
})

test('both clocks of the house go by the wall', () => {
  const { world, wall, hear } = machineOff(hour)
  hear(100)
  const clock = createClock(() => 2 * hour, wall.now)
  expect(Math.abs(clock.realNow().getTime() - world.now)).toBeLessThanOrEqual(1_200)
  expect(Math.abs(clock.registerNow().getTime() - world.now - 2 * hour)).toBeLessThanOrEqual(1_200)
})
