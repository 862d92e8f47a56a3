import type { EventDefinition } from '@sagsgang/events'

import { activeStates, chartOf } from '../chart-of.ts'
import { traitsOf } from '../chart/traits.ts'
import { machineFor } from '../machine-for.ts'
import { placeOf } from '../places.ts'
import { arrowsOf, watchArrows } from '../testing/arrows.ts'
import { search } from '../testing/explore.ts'
import type { Found } from '../testing/explore.ts'
import type { World } from '../testing/world.ts'
import { aloneWorldsOf, courseWorldsOf, reportingWorlds } from '../testing/worlds.ts'
import type { Reached } from './golden-file.ts'

/** Shortest ways to everything that a chart has: what is kept of a version. */

/** `whole`: each arrow of its own course too; charts of one kind have the same. */
export function grow(definition: EventDefinition, whole: boolean): readonly Reached[] {
  const tree = newTree()
  const left = new Set(marksOf(definition, whole))
  for (const [isMeant, worlds] of searchesOf(definition))
    for (const world of worlds) collect(definition, world, { tree, left, isMeant })
  if (whole) for (const world of landingWorlds) collectLandings(definition, world, tree)
  return tree.reached
}

type IsMeant = (mark: string) => boolean

const isOfFollowOn: IsMeant = (mark) => mark.includes('/followOns')

const isSaved: IsMeant = (mark) => mark.includes('work/accepted')

/** Each search ends once it has met what it is for. */
function searchesOf(
  definition: EventDefinition,
): readonly (readonly [IsMeant, readonly World[]])[] {
  return [
    [(mark) => !isSaved(mark), reportingWorlds],
    [(mark) => !isOfFollowOn(mark), courseWorldsOf(definition)],
    [(mark) => !isOfFollowOn(mark), reportingWorlds],
    [isOfFollowOn, aloneWorldsOf(definition)],
  ]
}

const [telling, followed] = reportingWorlds

const landingWorlds: readonly World[] = [telling, followed].flatMap((world) =>
  world ? [{ ...world, lands: true }] : [],
)

/** States by their ids, arrows as one line. */
export function marksOf(definition: EventDefinition, whole: boolean): readonly string[] {
  const chart = chartOf(definition)
  const arrows = arrowsOf(chart).filter((arrow) => whole || isOfFollowOn(arrow))
  return [...chart.states.map(({ id }) => id), ...arrows]
}

/** Charts of one kind differ in their follow-ons alone. */
export function kindOf(definition: EventDefinition): string {
  const { regions: _, ...own } = traitsOf(definition)
  return JSON.stringify(own)
}

interface Tree {
  readonly reached: Reached[]
  readonly keep: (step: Found) => number
}

function newTree(): Tree {
  const reached: Reached[] = []
  const places = new Map<Found, number>()
  const keep = (step: Found): number => {
    const known = places.get(step)
    if (known !== undefined) return known
    const before = step.before === null ? -1 : keep(step.before)
    reached.push({ before, by: step.by, snapshot: step.snapshot })
    places.set(step, reached.length - 1)
    return reached.length - 1
  }
  return { reached, keep }
}

interface Collecting {
  readonly tree: Tree
  /** What has not been met yet. */
  readonly left: Set<string>
  readonly isMeant: IsMeant
}

function collect(
  definition: EventDefinition,
  world: World,
  { tree, left, isMeant }: Collecting,
): void {
  const wanted = new Set([...left].filter(isMeant))
  if (wanted.size === 0) return
  const watching = watchArrows(machineFor(definition))
  search(definition, world, (step) => {
    const marks = [...watching.taken, ...activeStates(step.snapshot)]
    watching.taken.clear()
    const isNew = marks.filter((mark) => left.delete(mark)).length > 0
    if (isNew) tree.keep(step)
    for (const mark of marks) wanted.delete(mark)
    return wanted.size === 0 ? 'enough' : 'on'
  })
  watching.stop()
}

/** From each place to each other that it may be moved to by hand. */
function collectLandings(definition: EventDefinition, world: World, tree: Tree): void {
  const met = new Set<string>()
  search(definition, world, (step) => {
    if (step.before === null || !('type' in step.by) || step.by.type !== 'land') return 'on'
    const landing = `${placeOf(step.before.snapshot)} ${step.by.to}`
    if (!met.has(landing)) tree.keep(step)
    met.add(landing)
    return 'on'
  })
}
