import type { EventDefinition, Text } from '@sagsgang/events'
import type { AnyStateNode } from 'xstate'

import { traitsOf } from './chart/traits.ts'
import { machineFor, machineVersion } from './machine-for.ts'
import { places } from './places.ts'
import { regionName } from './region-name.ts'
import type { Snapshot, StateValue } from './snapshot.ts'
import type { Message, Status } from './vocabulary.ts'
import { bySelf, messageNames, stateNames } from './words.ts'

/** A machine as data, to be drawn, listed and compared. */
export interface Chart {
  readonly id: string
  readonly version: number
  readonly states: readonly ChartState[]
  readonly transitions: readonly ChartTransition[]
}

export interface ChartState {
  /** Its path, `work/reporting/saving`. */
  readonly id: string
  readonly parent: string | null
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final'
  readonly name: Text
  readonly status: Status | null
  /** Entered first of its siblings. */
  readonly initial: boolean
}

export interface ChartTransition {
  readonly from: string
  readonly to: string
  readonly message: Text
  /** The message's type; empty where it happens by itself. */
  readonly word: string
}

/** Drawn from the machine itself, so that it cannot say anything else. */
export function chartOf(definition: EventDefinition): Chart {
  const nodes = below(machineFor(definition).root)
  return {
    id: definition.id,
    version: machineVersion,
    states: nodes.map((node) => toState(definition, node)),
    transitions: nodes.flatMap(transitionsFrom),
  }
}

/** Ids of the states that a case is in, as in its chart. */
export function activeStates({ value }: Pick<Snapshot, 'value'>): readonly string[] {
  return activeIn(value, [])
}

function activeIn(value: StateValue, path: readonly string[]): readonly string[] {
  if (typeof value === 'string') return [[...path, value].join('/')]
  return Object.entries(value).flatMap(([name, inner]) => {
    const inside = [...path, name]
    return [inside.join('/'), ...activeIn(inner, inside)]
  })
}

/** Changes with the chart and with nothing else: a stored case is only advanced by the chart that it was stored under. */
export function chartFingerprint(definition: EventDefinition): string {
  const { states, transitions } = chartOf(definition)
  const shape = [
    ...states.map(({ id, kind, initial }) => `${id} ${kind} ${initial}`),
    ...transitions.map(({ from, to, word }) => `${from} ${word} ${to}`),
  ].toSorted()
  return `${machineVersion}-${fnv1a(shape.join('\n'))}`
}

/** 64 bits of FNV-1a: stable on every machine, and no secret is kept by it. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const character of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

function below(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...below(child)])
}

function idOf(node: AnyStateNode): string {
  return node.path.join('/')
}

const endings = new Set(['work/withdrawn', 'work/replaced', 'work/accepted/course/undone'])

function toState(definition: EventDefinition, node: AnyStateNode): ChartState {
  const id = idOf(node)
  return {
    id,
    parent: node.parent && node.parent.path.length > 0 ? idOf(node.parent) : null,
    kind: endings.has(id) ? 'final' : kindOf(node),
    name: nameOf(definition, node),
    status: statusIn(node),
    initial: isInitial(node),
  }
}

function kindOf(node: AnyStateNode): 'atomic' | 'compound' | 'parallel' {
  return node.type === 'parallel' || node.type === 'compound' ? node.type : 'atomic'
}

function isInitial(node: AnyStateNode): boolean {
  const { parent } = node
  if (!parent) return true
  return parent.type === 'parallel' || parent.initial.target.includes(node)
}

/** Follow-ons and health have states of their own and no status. */
function statusIn(node: AnyStateNode): Status | null {
  if (node.path[0] !== 'work' || node.path.includes('followOns')) return null
  return isNamed(places, node.key) ? places[node.key].status : null
}

function nameOf(definition: EventDefinition, { key }: AnyStateNode): Text {
  const followOn = traitsOf(definition).regions.find((one) => one.key === key)
  if (followOn) return regionName(followOn)
  if (isNamed(places, key)) return places[key].name
  if (isNamed(stateNames, key)) return stateNames[key]
  throw new Error(`no name for the state "${key}"`)
}

function isNamed<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key)
}

/**
 * Arrows that lead somewhere; what only changes the data is no arrow, nor is a move by hand, which leads from nearly everywhere.
 * The same arrow is drawn once.
 */
function transitionsFrom(node: AnyStateNode): readonly ChartTransition[] {
  const drawn = [...node.transitions.values(), node.always ?? []].flat().filter(isDrawn)
  const arrows = drawn.flatMap((one) =>
    (one.target ?? []).map((target: AnyStateNode) => ({
      from: idOf(node),
      to: idOf(target),
      word: one.eventType,
      message: isNamed(messageNames, one.eventType) ? messageNames[one.eventType] : bySelf,
    })),
  )
  const unique = new Map(arrows.map((arrow) => [`${arrow.word} ${arrow.to}`, arrow]))
  return [...unique.values()]
}

function isDrawn({ eventType }: { readonly eventType: string }): boolean {
  return eventType !== ('land' satisfies Message['type'])
}
