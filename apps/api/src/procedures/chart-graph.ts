import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'

import type { ChartView } from '../catalogue-view.ts'

type State = ChartView['states'][number]
type Transition = ChartView['transitions'][number]

export interface PlacedEdge {
  readonly id: string
  readonly transition: Transition
  /** Drawn against its direction, so that the layout sees no way back; turned round again afterwards. */
  readonly reversed: boolean
}

export interface ChartGraph {
  readonly graph: ElkNode
  readonly edges: readonly PlacedEdge[]
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.edgeLabels.inline': 'false',
}
const inside = { 'elk.padding': '[top=36,left=16,bottom=16,right=16]' }

const letter = 7.2
const lineHeight = 16

const widthOf = ({ da, en }: { da: string; en: string }, slack: number) =>
  Math.max(da.length, en.length) * letter + slack

/** What the layout is given: the chart with its states nested, and every edge pointing onwards. */
export function toChartGraph({ id, states, transitions }: ChartView): ChartGraph {
  const places = new Map(inOrder(states, null).map((state, index) => [state, index]))
  const parents = new Map(states.map((state) => [state.id, state.parent]))
  const edges = transitions.map((transition, index): PlacedEdge & { edge: ElkExtendedEdge } => {
    const from = endOf(transition.from, transition.to, { states, parents })
    const to = endOf(transition.to, transition.from, { states, parents })
    const reversed = (places.get(to) ?? 0) < (places.get(from) ?? 0)
    const key = `edge-${index}`
    const [source, target] = reversed ? [to, from] : [from, to]
    const edge = { id: key, sources: [source], targets: [target], labels: [labelOf(transition)] }
    return { id: key, transition, reversed, edge }
  })
  return {
    graph: {
      id,
      children: childrenOf(null, states),
      edges: edges.map(({ edge }) => edge),
      layoutOptions: { ...options, ...inside },
    },
    edges: edges.map(({ edge: _edge, ...placed }) => placed),
  }
}

const labelOf = ({ word, message }: Transition) => ({
  text: word,
  width: widthOf(message, 4),
  height: lineHeight,
})

const childrenOf = (parent: string | null, states: readonly State[]): ElkNode[] =>
  states.filter((state) => state.parent === parent).map((state) => toNode(state, states))

function toNode({ id, name }: State, states: readonly State[]): ElkNode {
  const children = childrenOf(id, states)
  if (children.length === 0) return { id, width: Math.max(90, widthOf(name, 24)), height: 40 }
  const smallest = `(${widthOf(name, 32)},60)`
  const size = { 'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': smallest }
  return { id, children, layoutOptions: { ...inside, ...size } }
}

const inOrder = (states: readonly State[], parent: string | null): readonly string[] =>
  states
    .filter((state) => state.parent === parent)
    .flatMap(({ id }) => [id, ...inOrder(states, id)])

interface Nesting {
  readonly states: readonly State[]
  readonly parents: ReadonlyMap<string, string | null>
}

/** An edge between a state and one around it is drawn from where the outer one begins. */
function endOf(end: string, other: string, { states, parents }: Nesting): string {
  if (!surrounds(end, other, parents)) return end
  const first = states.find(({ parent, initial }) => parent === end && initial)
  return first === undefined ? other : endOf(first.id, other, { states, parents })
}

function surrounds(outer: string, inner: string, parents: Nesting['parents']): boolean {
  const parent = parents.get(inner) ?? null
  return parent !== null && (parent === outer || surrounds(outer, parent, parents))
}
