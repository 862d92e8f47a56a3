import type { Text } from '@sagsgang/events'
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js'

import type { ChartView } from '../catalogue-view.ts'

type State = ChartView['states'][number]
type Transition = ChartView['transitions'][number]

/** One line of the drawing: every message that leads from one state to another. */
export interface PlacedEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly message: Text
  /** Drawn against its direction, so that the layout sees no way back; turned round again afterwards. */
  readonly reversed: boolean
}

export interface ChartGraph {
  readonly graph: ElkNode
  readonly edges: readonly PlacedEdge[]
}

const layered: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '32',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
}
/** Regions that no line enters or leaves are laid out by themselves and packed like tiles. */
const packed: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.aspectRatio': '2',
}
const absolute: LayoutOptions = { 'elk.json.edgeCoords': 'ROOT', 'elk.json.shapeCoords': 'ROOT' }
const inside: LayoutOptions = { 'elk.padding': '[top=36,left=16,bottom=16,right=16]' }

const letter = 6.4
/** More would make the line longer than the chart is wide; the list beside it names them all. */
const mostWords = 2
const lineHeight = 16

const widthOf = ({ da, en }: Text, slack: number) => Math.max(da.length, en.length) * letter + slack

/** What the layout is given: the chart with its states nested, and every line pointing onwards. */
export function toChartGraph({ id, states, transitions }: ChartView): ChartGraph {
  const nesting = nestingOf(states)
  const edges = merged(transitions).map((edge, index) => place(edge, index, nesting))
  return {
    graph: {
      id,
      children: childrenOf(null, { ...nesting, edges }),
      edges: edgesIn(null, edges),
      layoutOptions: { ...layered, ...inside, ...absolute },
    },
    edges: edges.map(({ placed }) => placed),
  }
}

/** Several messages on one way are one line. */
function merged(
  transitions: readonly Transition[],
): readonly Omit<PlacedEdge, 'id' | 'reversed'>[] {
  const ways = Map.groupBy(transitions, ({ from, to }) => `${from} ${to}`)
  return [...ways.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    const messages = [first, ...more].map(({ message }) => message)
    const joined = (language: keyof Text) => {
      const words = [...new Set(messages.map((message) => message[language]))]
      return words.slice(0, mostWords).join(' · ') + (words.length > mostWords ? ' …' : '')
    }
    return [{ from: first.from, to: first.to, message: { da: joined('da'), en: joined('en') } }]
  })
}

interface Drawing {
  readonly placed: PlacedEdge
  /** The innermost state that holds both ends; null: the chart itself. */
  readonly holder: string | null
  readonly edge: ElkExtendedEdge
}

function place(
  { from, to, message }: Omit<PlacedEdge, 'id' | 'reversed'>,
  index: number,
  nesting: Nesting,
): Drawing {
  const start = endOf(from, to, nesting)
  const end = endOf(to, from, nesting)
  const { places } = nesting
  const reversed = (places.get(end) ?? 0) < (places.get(start) ?? 0)
  const [source, target] = reversed ? [end, start] : [start, end]
  const id = `edge-${index}`
  const label = { text: message.da, width: widthOf(message, 4), height: lineHeight }
  return {
    placed: { id, from, to, message, reversed },
    holder: holderOf(start, end, nesting),
    edge: { id, sources: [source], targets: [target], labels: [label] },
  }
}

interface Nesting {
  readonly states: readonly State[]
  readonly parents: ReadonlyMap<string, string | null>
  /** Where each state comes in the chart's own order. */
  readonly places: ReadonlyMap<string, number>
}

function nestingOf(states: readonly State[]): Nesting {
  const inOrder = (parent: string | null): readonly string[] =>
    states.filter((state) => state.parent === parent).flatMap(({ id }) => [id, ...inOrder(id)])
  return {
    states,
    parents: new Map(states.map(({ id, parent }) => [id, parent])),
    places: new Map(inOrder(null).map((id, index) => [id, index])),
  }
}

/** A line between a state and one around it is drawn from where the outer one begins. */
function endOf(end: string, other: string, { states, parents, places }: Nesting): string {
  if (!around(other, parents).includes(end)) return end
  const first = states.find(({ parent, initial }) => parent === end && initial)
  return first === undefined ? other : endOf(first.id, other, { states, parents, places })
}

function around(state: string, parents: Nesting['parents']): readonly string[] {
  const parent = parents.get(state) ?? null
  return parent === null ? [] : [parent, ...around(parent, parents)]
}

function holderOf(start: string, end: string, { parents }: Nesting): string | null {
  const outer = around(end, parents)
  return around(start, parents).find((state) => outer.includes(state)) ?? null
}

const edgesIn = (holder: string | null, edges: readonly Drawing[]): ElkExtendedEdge[] =>
  edges.filter((one) => one.holder === holder).map(({ edge }) => edge)

type Tree = Nesting & { readonly edges: readonly Drawing[] }

const childrenOf = (parent: string | null, tree: Tree, layout: LayoutOptions = {}): ElkNode[] =>
  tree.states.filter((state) => state.parent === parent).map((state) => toNode(state, tree, layout))

function toNode({ id, name, kind }: State, tree: Tree, layout: LayoutOptions): ElkNode {
  const isTiled = kind === 'parallel' && hasLooseRegions(id, tree)
  const children = childrenOf(id, tree, isTiled ? layered : {})
  if (children.length === 0) return { id, width: Math.max(90, widthOf(name, 24)), height: 40 }
  const size = {
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${widthOf(name, 32)},60)`,
  }
  const own = isTiled ? packed : layout
  return {
    id,
    children,
    edges: edgesIn(id, tree.edges),
    layoutOptions: { ...own, ...inside, ...size },
  }
}

/** Whether no line enters or leaves one of its regions. */
function hasLooseRegions(id: string, { edges, parents, states }: Tree): boolean {
  const regions = states.filter(({ parent }) => parent === id).map((state) => state.id)
  return edges.every(({ edge }) => {
    const [source, target] = [...edge.sources, ...edge.targets].map((end) => [
      end,
      ...around(end, parents),
    ])
    return regions.every((region) => source?.includes(region) === target?.includes(region))
  })
}

/** Lines without words that share their ends take a fraction of the room. */
export function withoutWords({ graph, edges }: ChartGraph): ChartGraph {
  return { graph: bare(graph), edges }
}

const bare = (node: ElkNode): ElkNode => ({
  ...node,
  layoutOptions: {
    ...node.layoutOptions,
    ...tight,
    ...(isPacked(node) && { 'elk.aspectRatio': '1' }),
  },
  edges: (node.edges ?? []).map((edge) => ({ ...edge, labels: [] })),
  children: (node.children ?? []).map(bare),
})

const tight: LayoutOptions = { 'elk.layered.mergeEdges': 'true' }

const isPacked = ({ layoutOptions }: ElkNode) =>
  layoutOptions?.['elk.algorithm'] === packed['elk.algorithm']
