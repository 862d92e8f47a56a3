import { areRowsShown, columnsGiven, shownOf } from '@sagsgang/events'
import type {
  CaseData,
  Difference,
  Entity,
  EventDefinition,
  Facts,
  Maintenance,
  Mark,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

/** The kinds of rows that a type of data is kept in, the one it is named for first. */
const kept: Readonly<Record<string, readonly Entity[]>> = {
  address: ['address', 'supplementaryAddress', 'contactAddress', 'relocationOrder'],
  'civil-status': ['civilStatus'],
  'shared-residence': ['sharedResidence'],
  church: ['church'],
  disappearance: ['disappearance'],
  'birth-registration': ['birthRegistration'],
  municipal: ['municipalCondition', 'note'],
  name: ['name', 'addressingName'],
  personnummer: ['person'],
  'person-other': ['guardian', 'guardianship', 'protection', 'election', 'alienNumber', 'person'],
  separation: ['separation'],
  kinship: ['kinship', 'parentalAuthority'],
  citizenship: ['citizenship'],
  migration: ['migration'],
}

/** The kinds of rows that a maintenance operation may touch; none for an event. */
export function entitiesKept({ kind }: EventDefinition): readonly Entity[] {
  return kind.type === 'maintenance' ? (kept[kind.dataType] ?? []) : []
}

/** The type of data whose maintenance services keep what an event wrote in this kind of row. */
export function dataTypeKeeping({ undo }: EventDefinition, entity: Entity): string | undefined {
  return [undo.dataType, ...Object.keys(kept)].find((dataType) => kept[dataType]?.includes(entity))
}

/** Every maintenance operation is keyed by the person, and all but a late report by the exact row. */
export function maintainedPerson({ personnummer }: CaseData): string | null {
  return typeof personnummer === 'string' ? personnummer : null
}

interface Maintained {
  readonly definition: EventDefinition
  readonly data: CaseData
  /** As they were before the operation, and as they are now. */
  readonly before: readonly RegisterRow[]
  readonly rows: readonly RegisterRow[]
  /** Some kinds of rows are shown never, or only while they stand. */
  readonly areAllShown: boolean
}

/** What a row should look like once it was maintained, and whether one does. */
interface Wanted {
  readonly column: string
  readonly expected: string
  readonly found: string | null
  readonly isThere: boolean
}

/** Where the row that was to be maintained is not as the operation leaves it. */
export function maintenanceDifferences(
  definition: EventDefinition,
  { data, view }: Pick<Facts, 'data' | 'view'>,
  now: RegisterView,
): readonly Difference[] {
  const { kind } = definition
  if (kind.type !== 'maintenance') return []
  const person = maintainedPerson(data) ?? ''
  const seen = now.people[person]
  const [entity = 'person'] = entitiesKept(definition)
  const rowsIn = ({ people }: RegisterView) =>
    (people[person]?.rows ?? []).filter((row) => entitiesKept(definition).includes(row.entity))
  const areAllShown = entitiesKept(definition).every((one) => areRowsShown(one, seen?.status ?? ''))
  const [before, rows] = [rowsIn(view), rowsIn(now)]
  const wanted =
    kind.dataType === 'personnummer'
      ? numberWanted(kind.operation, seen?.status ?? null, validOf(now, person))
      : wantedBy[kind.operation]({ definition, data, before, rows, areAllShown })
  const missing = wanted.filter(({ isThere }) => !isThere)
  return missing.map(({ column, expected, found }) => ({
    party: 'person',
    entity,
    column,
    expected,
    found,
  }))
}

const closed = ['30', '50', '60']

/** The number that stands in another's place, where it was looked up too and is valid itself. */
function validOf({ people }: RegisterView, pnr: string): string | null {
  const valid = people[people[pnr]?.validPnr ?? pnr]
  return valid && valid.pnr !== pnr && !closed.includes(valid.status) ? valid.pnr : null
}

/** Who changes number leaves the old one behind, and it leads to a valid one. */
function numberWanted(
  operation: Maintenance,
  status: string | null,
  valid: string | null,
): readonly Wanted[] {
  if (operation !== 'correctCurrent') return [isClosed(status)]
  return [
    { column: 'status', expected: '60', found: status, isThere: status === '60' },
    { column: 'personnummer', expected: 'changed', found: null, isThere: valid !== null },
  ]
}

/** Undoing the assignment of a number annuls it; undoing a reactivation closes it as it was. */
function isClosed(found: string | null): Wanted {
  const isThere = found !== null && closed.includes(found)
  return { column: 'status', expected: '30', found, isThere }
}

const wantedBy: Readonly<Record<Maintenance, (of: Maintained) => readonly Wanted[]>> = {
  undoCurrent: (of) => [marked(of, 'A')],
  undoFormer: (of) => [marked(of, 'A')],
  correctCurrent: corrected,
  correctFormer: corrected,
  reportFormer: (of) => (isPastShown(of.definition) ? [rightRow(of)] : []),
}

/** An absence is shown while it lasts: of one that is over the receipt is all there is. */
function isPastShown(definition: EventDefinition): boolean {
  const [entity] = entitiesKept(definition)
  return entity !== undefined && shownOf(entity)?.former === true
}

/** What was wrong stays as proof. Data without history are put back as they were: then nothing bears the stamp. */
function marked({ data, before, rows }: Maintained, mark: Mark): Wanted {
  const isMeant = ({ timestamp }: RegisterRow) => timestamp === data['timestamp']
  const stamped = rows.filter(isMeant)
  const former = before.find(isMeant)
  const isProven = stamped.every(
    (row) =>
      row.mark === mark || row.entity === ownRow || (mark === 'A' && isOpenAgain(row, former)),
  )
  const isThere = isProven && (mark === 'A' || stamped.length > 0)
  return { column: 'mark', expected: mark, found: stamped[0]?.mark ?? null, isThere }
}

/** What an event ended is taken back by letting it stand again, later than it ended; some are shown only then. */
function isOpenAgain({ mark, end }: RegisterRow, former: RegisterRow | undefined): boolean {
  if (mark !== null) return false
  const ended = former === undefined ? '' : former.end
  return ended !== null && (end === null || end > ended)
}

/** A number's own row is one: it is written over, and keeps its stamp. */
const ownRow: Entity = 'person'

/** Of a row that no lookup shows the receipt is all there is; of some that are shown the wrong selves are not. */
function corrected(of: Maintained): readonly Wanted[] {
  const kind = kindMeant(of)
  if (kind === undefined && !of.areAllShown) return []
  const isProofShown = kind === undefined || shownOf(kind)?.marked === true
  return [...(isProofShown ? [marked(of, 'K')] : []), rightRow(of)]
}

/** The content that was given stands in a valid row. */
function rightRow(of: Maintained): Wanted {
  const kind = kindMeant(of)
  const isThere = of.rows.some(
    (row) => row.mark === null && (kind ?? row.entity) === row.entity && carries(row, of),
  )
  return { column: 'content', expected: 'corrected', found: null, isThere }
}

/** Several kinds of rows share a type of data: what is right stands in a row of the kind that was wrong. */
function kindMeant({ data, before, rows }: Maintained): Entity | undefined {
  return [...before, ...rows].find(({ timestamp }) => timestamp === data['timestamp'])?.entity
}

/** A row whose columns the service does not take is put right in its dates alone; what no lookup shows is taken on trust. */
function carries(row: RegisterRow, { definition, data }: Maintained): boolean {
  const { startDate, endDate } = data
  const given = [
    ...Object.entries(columnsGiven(definition, data, row)).map(
      ([column, value]) => [row.columns[column], value] as const,
    ),
    [row.start, startDate] as const,
    [row.end, endDate] as const,
  ].filter(([found, value]) => typeof value === 'string' && found !== undefined)
  return given.length > 0 && given.every(([found, value]) => found === value)
}
