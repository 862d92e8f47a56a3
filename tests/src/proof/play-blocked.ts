import type { Blocked, Later } from '../../samples/blockers/blocked.ts'
import { report, type Api, type CaseView } from '../api.ts'
import type { World } from '../journey.ts'
import type { Somebody } from './census.ts'
import { Unproven } from './outcome.ts'
import type { Day } from './sample.ts'

type Plan = Awaited<ReturnType<Api['trpc']['cases']['planUndo']['query']>>
type Blocker = Plan['blockers'][number]

/** An event that was reported before anything stood in its way. */
export interface Begun {
  readonly story: Blocked
  readonly people: readonly Somebody[]
  readonly found: CaseView
}

/** What came of the later fact. */
export interface Barred {
  readonly blocker: Blocker
  readonly later: readonly string[]
  /** Where an error bars it: the case once an undo was ordered all the same, and what was written then. */
  readonly ordered: { readonly before: string; readonly found: CaseView; readonly written: number }
  /** Blockers that are errors, once the later fact was taken back; null where that is not tried. */
  readonly left: readonly string[] | null
}

const seniorOf = (user: string): string => (user === 'caseworker' ? 'senior' : user)

const tell = async (world: World, { event, by, form }: Later): Promise<CaseView> => {
  const api = world.as(by)
  return report(api, (await api.open(event, form)).caseId)
}

export async function begin(
  world: World,
  { story, people, day }: Pick<Begun, 'story' | 'people'> & { readonly day: Day },
): Promise<Begun> {
  for (const one of story.before(people, day)) await tell(world, one)
  const found = await tell(world, { ...story, form: story.form(people, day) })
  return { story, people, found }
}

const nameOf = ({ title }: Blocked): string => title.replace(/^.*\./, '')

const planOf = (world: World, { story, found }: Begun): Promise<Plan> =>
  world.as(seniorOf(story.by)).trpc.cases.planUndo.query({ caseId: found.caseId })

export async function playBlocked(world: World, begun: Begun, day: Day): Promise<Barred> {
  const { story, people, found } = begun
  const bornAs = found.persons.find(({ role }) => ['child', 'person'].includes(role))?.pnr ?? ''
  const before = await planOf(world, begun)
  const early = before.blockers.filter(({ id }) => id === nameOf(story))
  if (story.years === 0 && early.length > 0) throw new Unproven('it is blocked from the beginning')
  const later: string[] = []
  for (const one of story.later(people, day, bornAs)) later.push((await tell(world, one)).caseId)
  const { blockers } = await planOf(world, begun)
  const blocker = blockers.find(({ id }) => id === nameOf(story))
  if (blocker === undefined)
    throw new Unproven(`blocked by ${blockers.map(({ id }) => id).join(' ') || 'nothing'} alone`)
  const ordered = await orderUndo(world, begun, blocker)
  const left = story.isFreed ? await freed(world, begun, later) : null
  return { blocker, later, ordered, left }
}

/** Nothing but a word comes of an undo that is barred. */
async function orderUndo(
  { as, control }: World,
  { story, people, found }: Begun,
  { severity }: Blocker,
): Promise<Barred['ordered']> {
  const api = as(seniorOf(story.by))
  const { status: before, version } = await api.get(found.caseId)
  if (severity === 'warning') return { before, found, written: 0 }
  const numbers = new Set([...people, ...found.persons].map(({ pnr }) => pnr))
  const writtenOn = async () =>
    (await control.applied()).filter(({ keys }) => numbers.has(keys['PNR'] ?? '')).length
  const written = await writtenOn()
  await api.undo(found.caseId)
  const after = await api.until(
    found.caseId,
    (one) => one.version > version + 1 && one.status === before,
  )
  return { before, found: after, written: (await writtenOn()) - written }
}

async function freed(
  world: World,
  begun: Begun,
  later: readonly string[],
): Promise<readonly string[]> {
  const told = begun.story.later(begun.people, (offset) => String(offset), '')
  for (const [place, caseId] of later.toReversed().entries()) {
    const api = world.as(seniorOf(told.at(-1 - place)?.by ?? begun.story.by))
    await api.undo(caseId)
    await api.until(caseId, ({ status }) => status === 'undone')
  }
  const { blockers } = await planOf(world, begun)
  return blockers.filter(({ severity }) => severity === 'error').map(({ id }) => id)
}
