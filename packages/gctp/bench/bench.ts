/** What reading costs: a reply of 5 kB beside other parsers, a long list, and bodies of 1 MiB that are swollen where it hurts. */
import { XMLParser } from 'fast-xml-parser'
import { XmlDocument } from 'libxml2-wasm'

import { swellings } from '../src/fuzzing/swollen.ts'
import type { Reply } from '../src/message.ts'
import { readReply } from '../src/read-reply.ts'
import { writeReply } from '../src/write-reply.ts'
import { maximumBytes } from '../src/xml-decode.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const tell = (name: string, value: string) => say(`${name.padEnd(36)}${value.padStart(24)}`)

/** Milliseconds of the processor for one time: the least of several rounds, for others only add to it. */
function costOf(act: () => void, times: number): number {
  const rounds = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage()
    for (let left = times; left > 0; left -= 1) act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000 / times
  })
  return Math.min(...rounds)
}

const columns = [
  'PNR',
  'CNVN_ADRNVN',
  'CNVN_STATUS',
  'STADR',
  'POSTNR',
  'KOMKOD',
  'VEJKOD',
  'HUSNR',
]

/** The answer to a search, with so many rows. */
function listOf(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, row) => ({
    key: `${row}`,
    use: null,
    fields: Object.fromEntries(columns.map((column) => [column, { value: `Værdi ${row}` }])),
  }))
  const table = { name: 'ADRSOEG', total: count, rows }
  const reply: Reply = {
    type: 'read',
    service: 'ADRSOG1',
    keys: {},
    authority: null,
    state: null,
    dialogue: '20261123101502118004',
    actions: [],
    roles: [{ name: 'HovedRolle', fields: {}, blocks: {}, tables: [table] }],
    receipt: { outcome: 'done', code: 0, text: '', messages: [] },
    unknown: [],
  }
  return writeReply(reply)
}

const times = (cost: number) => `${(cost * 1_000).toFixed(0)} µs`

function measureReply(): void {
  const bytes = listOf(16)
  const text = Buffer.from(bytes).toString('latin1')
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
  const own = costOf(() => void readReply(bytes), 400)
  const bare = costOf(() => void parser.parse(text), 400)
  const other = costOf(() => XmlDocument.fromBuffer(bytes).dispose(), 400)
  tell(`a reply of ${bytes.length} bytes`, times(own))
  tell('fast-xml-parser alone', `${times(bare)}, we ${(own / bare).toFixed(2)} ×`)
  tell('libxml2 alone', `${times(other)}, we ${(own / other).toFixed(2)} ×`)
}

function measureList(): void {
  const costs = [100, 1_000].map((rows) => {
    const bytes = listOf(rows)
    return costOf(() => void readReply(bytes), 2_000 / rows) / rows
  })
  const [few = 0, many = 0] = costs
  tell('a row of a hundred', `${(few * 1_000).toFixed(1)} µs`)
  tell('a row of a thousand', `${(many * 1_000).toFixed(1)} µs, ${(many / few).toFixed(2)} ×`)
}

function measureSwollen(): void {
  const costs = swellings.map(({ name, make }) => {
    const bytes = make(maximumBytes)
    return { name, cost: costOf(() => void readReply(bytes), 1) }
  })
  const slowest = costs.toSorted((one, other) => other.cost - one.cost).slice(0, 5)
  for (const { name, cost } of slowest) tell(`1 MiB: ${name}`, `${cost.toFixed(0)} ms`)
}

measureReply()
measureList()
measureSwollen()
