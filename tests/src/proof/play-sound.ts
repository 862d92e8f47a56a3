import { settle, type Api, type CaseView, type Form } from '../api.ts'
import type { Somebody } from './census.ts'
import { expectSame, Unproven } from './outcome.ts'
import type { Cast, Leaves, Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'
import { brokenLaws } from './truth.ts'

const ends = ['completed', 'followOns']

/** Reports the sound facts, confirms what they ask, and holds the register against what was told to come. */
export async function playSound(
  { as, census }: Theatre,
  sample: Sample,
  cast: Cast,
  form: Form,
): Promise<readonly string[]> {
  const api = as(sample.by)
  const { caseId } = await api.open(sample.event, form)
  const asked = await submitAndConfirm(api, caseId)
  const ended = await settle(api, caseId, ends)
  expectSame('asks', asked.map(shortened(sample)), sample.asks)
  if (ended.differences.length > 0) throw new Unproven('the read-back differs from the prediction')
  const told = ended.persons.map(({ pnr }) => pnr)
  await census.reread([...told, ...circle(cast.people()).map(({ pnr }) => pnr)])
  const everybody = circle([...cast.people(), ...known(told, census)])
  const broken = brokenLaws(everybody)
  if (broken.length > 0) throw new Unproven(`broken afterwards: ${broken.join(', ')}`)
  const born = (role: string) => census.get(bornAs(ended, role))
  const left = cast.leaves(census.day, born)
  if (left.length === 0) throw new Unproven('nothing is said of what it leaves')
  expectSame('leaves', left.flatMap(differences), [])
  return asked
}

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
    const isLike = (row: (typeof rows)[number]) =>
      Object.entries(columns).every(([name, value]) => (row[name] ?? null) === value)
    if (rows.some(isLike)) return []
    const [row] = rows
    if (row === undefined) return [`no ${entity}`]
    const wrong = Object.keys(columns).filter((name) => (row[name] ?? null) !== columns[name])
    return [`another ${entity} (${wrong.join(', ')})`]
  })
}
