import { readReply, writeReply, type FieldValues, type Reply } from '@sagsgang/gctp'
import { XMLParser } from 'fast-xml-parser'

import { perSecond, type Figure } from './figures.ts'

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

const fieldsOf = (row: number): FieldValues =>
  Object.fromEntries(columns.map((column) => [column, { value: `Værdi ${row}`, text: 'Tekst' }]))

/** An answer of about 4.5 kB: a search with ten rows. */
const reply: Reply = {
  type: 'read',
  service: 'ADRSOG1',
  keys: {},
  authority: null,
  state: null,
  dialogue: '20261123101502118004',
  actions: [],
  roles: [
    {
      name: 'HovedRolle',
      fields: {},
      blocks: {},
      tables: [
        {
          name: 'ADRSOEG',
          total: 10,
          rows: Array.from({ length: 10 }, (_, row) => ({
            key: `${row}`,
            use: null,
            fields: fieldsOf(row),
          })),
        },
      ],
    },
  ],
  receipt: { outcome: 'done', code: 0, text: '', messages: [] },
  unknown: [],
}

/** Megabytes per second of the strict reader and the writer, beside the parser alone on the same bytes. */
export function measureCodec(): Figure[] {
  const bytes = writeReply(reply)
  const text = Buffer.from(bytes).toString('latin1')
  const bare = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
  if (readReply(bytes).type !== 'read') throw new Error('the codec does not read what it wrote')
  const megabytes = (perRun: number) => (perRun * bytes.length) / 1e6
  const alone = megabytes(perSecond(() => void bare.parse(text)))
  const read = megabytes(perSecond(() => void readReply(bytes)))
  const write = megabytes(perSecond(() => void writeReply(reply)))
  return [
    { name: 'codec: parser alone', value: alone, unit: 'MB/s' },
    { name: 'codec: strict reader', value: read, unit: 'MB/s', ratio: read / alone },
    { name: 'codec: writer', value: write, unit: 'MB/s', ratio: write / alone },
  ]
}
