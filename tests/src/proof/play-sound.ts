import { isDeepStrictEqual } from 'node:util'

import { settle, type Api, type CaseView } from '../api.ts'
import type { Control, TrueRow } from '../control.ts'
import type { Somebody } from './census.ts'
import { surprises, type Everybody } from './changes.ts'
import { expectSame, Unproven } from './outcome.ts'
import type { Part } from './prepare.ts'
import type { Leaves, Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'
import { brokenLaws } from './truth.ts'

const ends = ['completed', 'followOns']

/** What came of the sound facts. */
export interface Reported {
  readonly caseId: string
  /** Names of the rules that were confirmed. */
  readonly asked: readonly string[]
  /** Those whom it changed, as they were before. */
  readonly before: Everybody
}

/** Reports the sound facts, confirms what they ask, and holds the register against what was told to come. */
export async function playSound(
  { as, census, control }: Theatre,
  { sample, cast, form }: Part,
): Promise<Reported> {
  const api = as(sample.by)
  const people = circle(cast.own)
  const before = await rowsOf(
    control,
    people.map(({ pnr }) => pnr),
  )
  const { caseId } = await api.open(sample.event, form)
  const asked = await submitAndConfirm(api, caseId)
  const ended = await settle(api, caseId, ends)
  expectSame('asks', asked.map(shortened(sample)), sample.asks)
  if (ended.differences.length > 0) throw new Unproven('the read-back differs from the prediction')
  const told = ended.persons.map(({ pnr }) => pnr)
  await census.reread([...told, ...people.map(({ pnr }) => pnr)])
  const broken = brokenLaws([...new Set([...people, ...known(told, census)])])
  if (broken.length > 0) throw new Unproven(`broken afterwards: ${broken.join(', ')}`)
  const left = cast.leaves(census.day, (role) => census.get(bornAs(ended, role)))
  const changes = cast.changes(census.day, (one, entity) => validIn(before, one, entity))
  if (left.length === 0 && changes === undefined)
    throw new Unproven('nothing is said of what it leaves')
  expectSame('leaves', left.flatMap(differences), [])
  if (changes !== undefined) {
    const after = await rowsOf(control, Object.keys(before))
    expectSame('changes', surprises(before, after, changes), [])
  }
  return { caseId, asked, before }
}

export async function rowsOf(control: Control, people: readonly string[]): Promise<Everybody> {
  const found = await Promise.all(people.map((pnr) => control.person(pnr)))
  return Object.fromEntries(found.map((person) => [person.pnr, person]))
}

/** In the order of their days; the register keeps them in that of their writing. */
const validIn = (before: Everybody, { pnr }: Somebody, entity: string): readonly TrueRow[] =>
  (before[pnr]?.rows[entity] ?? [])
    .filter(({ mark }) => mark === null)
    .toSorted((one, other) => (one.start ?? '').localeCompare(other.start ?? ''))

const known = (pnrs: readonly string[], census: Theatre['census']): readonly Somebody[] =>
  pnrs.filter((pnr) => census.has(pnr)).map((pnr) => census.get(pnr))

const circle = (people: readonly Somebody[]): readonly Somebody[] => [
  ...new Set(people.flatMap((one) => [one, ...one.relatives()])),
]

const shortened =
  ({ event }: Sample) =>
  (rule: string): string =>
    rule.replace(`${event}.`, '')

const rests = ['confirming', 'draft', 'stuck', 'waiting', ...ends]

async function submitAndConfirm(api: Api, caseId: string): Promise<readonly string[]> {
  await api.command(caseId, { type: 'submit' })
  const found = await api.until(caseId, ({ status }) => rests.includes(status))
  return found.status === 'confirming' ? found.findings.map(({ rule }) => rule) : []
}

function bornAs({ persons }: CaseView, role: string): string {
  const found = persons.find((person) => person.role === role)
  if (found === undefined) throw new Unproven(`the case knows no ${role}`)
  return found.pnr
}

type Left = Leaves[number]

/** Entity, and where it is known which of its columns, that are not as they were told to be. */
function differences([somebody, entities]: Left): readonly string[] {
  return Object.entries(entities).flatMap(([entity, columns]) => {
    const rows = somebody.rows(entity)
    if (columns === null) return rows.length === 0 ? [] : [`a ${entity}`]
    const wrongIn = (row: (typeof rows)[number]) =>
      Object.keys(columns).filter((name) => !isDeepStrictEqual(row[name] ?? null, columns[name]))
    if (rows.some((row) => wrongIn(row).length === 0)) return []
    const [row] = rows
    return [row === undefined ? `no ${entity}` : `another ${entity} (${wrongIn(row).join(', ')})`]
  })
}
