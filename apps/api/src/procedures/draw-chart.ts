import type { EventDefinition } from '@sagsgang/events'
import { chartOf } from '@sagsgang/machines'
import type { ElkEdge, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'

import type {
  ChartDetail,
  ChartView,
  DrawnChart,
  DrawnState,
  DrawnTransition,
} from '../catalogue-view.ts'
import { toChartGraph, withoutWords, type ChartGraph, type PlacedEdge } from './chart-graph.ts'
import { createLayout } from './chart-layout.ts'
import { toOverview } from './chart-overview.ts'
import { chartVersionOf } from './chart-version.ts'

const layOut = createLayout()
const drawn = new Map<string, Promise<DrawnChart>>()

/** The chart with coordinates; drawn once per chart, for it only changes with the product. */
export function drawChart(
  definition: EventDefinition,
  detail: ChartDetail = 'all',
): Promise<DrawnChart> {
  const fingerprint = chartVersionOf(definition)
  const key = `${detail} ${fingerprint}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const chart = chartOf(definition)
  const drawing =
    detail === 'all'
      ? draw({ chart, ...toChartGraph(chart) }, fingerprint)
      : draw(glance(chart), fingerprint)
  drawn.set(key, drawing)
  // One that failed is tried again by the next who asks.
  drawing.catch(() => drawn.delete(key))
  return drawing
}

interface Sketch extends ChartGraph {
  readonly chart: ChartView
}

const glance = (whole: ChartView): Sketch => {
  const chart = toOverview(whole)
  return { chart, ...withoutWords(toChartGraph(chart)) }
}

async function draw({ chart, graph, edges }: Sketch, fingerprint: string): Promise<DrawnChart> {
  const laidOut = await layOut(graph)
  const frames = new Map(allNodes(laidOut).map((node) => [node.id, node]))
  const lines = new Map(
    allNodes(laidOut).flatMap(({ edges: own = [] }) => own.map((edge) => [edge.id, edge] as const)),
  )
  return {
    fingerprint,
    width: laidOut.width ?? 0,
    height: laidOut.height ?? 0,
    states: chart.states.map((state) => toDrawnState(state, frames.get(state.id))),
    transitions: edges.map((edge) => toDrawnTransition(edge, lines.get(edge.id))),
  }
}

const allNodes = (node: ElkNode): readonly ElkNode[] => [
  node,
  ...(node.children ?? []).flatMap(allNodes),
]

function toDrawnState(
  { id, parent, kind, name }: ChartView['states'][number],
  frame: ElkNode | undefined,
): DrawnState {
  const { x = 0, y = 0, width = 0, height = 0 } = frame ?? {}
  return { id, parent, kind, name, x, y, width, height }
}

function toDrawnTransition(
  { reversed, ...placed }: PlacedEdge,
  edge: ElkEdge | undefined,
): DrawnTransition {
  const points = pointsOf(edge)
  const { x, y, width = 0, height = 0 } = edge?.labels?.[0] ?? {}
  return {
    ...placed,
    points: reversed ? points.toReversed() : points,
    label: x === undefined || y === undefined ? null : { x, y, width, height },
  }
}

const pointsOf = (edge: Partial<ElkExtendedEdge> | undefined) =>
  (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
  )
