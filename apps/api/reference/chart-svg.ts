import type { Text } from '@sagsgang/events'

import type { DrawnChart, DrawnState, DrawnTransition } from '../src/catalogue-view.ts'

const margin = 8
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const at = (coordinate: number): string => String(Math.round(coordinate))

/** The reader's own language, as SVG chooses it; Danish where it is neither. */
const words = ({ da, en }: Text, place: string): string =>
  `<switch><text systemLanguage="en" ${place}>${escaped(en)}</text><text ${place}>${escaped(da)}</text></switch>`

const isBox = ({ kind }: DrawnState): boolean => kind === 'atomic' || kind === 'final'

function stateBox(state: DrawnState): string {
  const { x, y, width, height, kind, name } = state
  const frame = `x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="6"`
  const place = isBox(state)
    ? `x="${at(x + width / 2)}" y="${at(y + height / 2 + 4)}" text-anchor="middle"`
    : `x="${at(x + 16)}" y="${at(y + 22)}" class="group"`
  return `<rect class="${kind}" ${frame}/>${words(name, place)}`
}

function line({ points }: DrawnTransition): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`)
  return `<path d="${path.join('')}" marker-end="url(#end)"/>`
}

const style = `
.atomic,.final,.compound,.parallel{fill:#fff;stroke:#5d6b7a}
.compound{fill:#f5f7f9}.parallel{fill:#eef2f6;stroke-dasharray:5 3}.final{fill:#e6f2ea;stroke-width:2}
text{font:12px system-ui,sans-serif;fill:#1d2733}.group{font-weight:600}
path{fill:none;stroke:#5d6b7a}marker path{fill:#5d6b7a;stroke:none}
`.trim()

/** The chart as a picture that stands by itself, in both languages. */
export function chartSvg({ width, height, states, transitions }: DrawnChart, name: Text): string {
  const [wide, high] = [width + 2 * margin, height + 2 * margin].map(at)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${margin} -${margin} ${wide} ${high}" width="${wide}" height="${high}" role="img">`,
    `<title>${escaped(`${name.da} · ${name.en}`)}</title>`,
    `<style>${style}</style>`,
    '<marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>',
    ...states.map(stateBox),
    ...transitions.map(line),
    '</svg>',
    '',
  ].join('\n')
}
