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
  const root = states.find(({ parent }) => parent === null)?.id ?? id
  const places = new Map(inOrder(states, root).map((state, index) => [state, index]))
  const parents = new Map(states.map((state) => [state.id, state.parent]))
  const drawn = transitions.filter(({ from, to }) => from !== root && to !== root)
  const edges = drawn.map((transition, index): PlacedEdge & { edge: ElkExtendedEdge } => {
    const from = endOf(transition.from, transition.to, { states, parents })
    const to = endOf(transition.to, transition.from, { states, parents })
    const reversed = (places.get(to) ?? 0) < (places.get(from) ?? 0)
    const key = `edge-${index}`
    const edge = {
      id: key,
      sources: [reversed ? to : from],
      targets: [reversed ? from : to],
      labels: [
        { text: transition.word, width: widthOf(transition.message, 4), height: lineHeight },
      ],
    }
    return { id: key, transition, reversed, edge }
  })
  const graph = { ...toNode(root, states), layoutOptions: { ...options, ...inside } }
  return {
    graph: { ...graph, edges: edges.map(({ edge }) => edge) },
    edges: edges.map(({ edge: _edge, ...placed }) => placed),
  }
}

function toNode(id: string, states: readonly State[]): ElkNode {
  const children = states.filter(({ parent }) => parent === id)
  const name = states.find((state) => state.id === id)?.name ?? { da: id, en: id }
  if (children.length === 0) return { id, width: Math.max(90, widthOf(name, 24)), height: 40 }
  return {
    id,
    children: children.map((child) => toNode(child.id, states)),
    layoutOptions: {
      ...inside,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${widthOf(name, 32)},60)`,
    },
  }
}

const inOrder = (states: readonly State[], id: string): readonly string[] => [
  id,
  ...states.filter(({ parent }) => parent === id).flatMap((child) => inOrder(states, child.id)),
]

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
