import { rowHolds } from '@sagsgang/events'
import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { PersonRow } from './turn.ts'

interface LateReport {
  /** What stood before it, and what stood once it was saved: rows keep their index, new ones come last. */
  readonly before: RegisterView
  readonly reported: RegisterView
  /** The person's own row as it is by now. */
  readonly own: PersonRow
}

/** The register once a late report is taken back whole; undefined where something later rests on a row that it touched. */
export function givenBack(view: RegisterView, late: LateReport): RegisterView | undefined {
  const touched = Object.keys(late.reported.people).flatMap((pnr) => touchedOn(pnr, late))
  return touched.reduce<RegisterView | undefined>(
    (now, one) => now && withBack(now, one, late),
    view,
  )
}

interface Touched {
  readonly person: string
  readonly became: RegisterRow
  /** Undefined: the row is the late report's own. */
  readonly was: RegisterRow | undefined
}

function touchedOn(person: string, { before, reported }: LateReport): readonly Touched[] {
  const former = before.people[person]?.rows ?? []
  return (reported.people[person]?.rows ?? []).flatMap((became, index) => {
    const was = former[index]
    const isSame = was !== undefined && was.start === became.start && was.end === became.end
    return isSame ? [] : [{ person, became, was }]
  })
}

function withBack(
  view: RegisterView,
  { person, became, was }: Touched,
  { own }: LateReport,
): RegisterView | undefined {
  const known = view.people[person]
  const isOwn = was === undefined && person === own.person
  const row = isOwn ? own.row : known?.rows.find((one) => isAs(one, became))
  if (!known || !row) return undefined
  const back: RegisterRow = was
    ? { ...row, start: was.start, end: was.end }
    : { ...row, end: row.start, mark: 'A' }
  const rows = known.rows.map((one) => (one === row ? back : one))
  return { ...view, people: { ...view.people, [person]: { ...known, rows } } }
}

function isAs(row: RegisterRow, { entity, columns, start, end }: RegisterRow): boolean {
  return (
    row.entity === entity &&
    row.mark === null &&
    row.start === start &&
    row.end === end &&
    rowHolds(row, columns)
  )
}
