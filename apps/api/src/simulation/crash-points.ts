import { calm, type Plan } from './plan.ts'
import type { Point, Run, Sight } from './run.ts'
import { simulate } from './simulate.ts'
import type { Stage } from './stage.ts'
import { watchInvariants } from './watch.ts'

/** One case of an event in fair weather, and a process that dies once, at a place of our choosing. */
export interface Story {
  readonly stage: Stage
  readonly event: string
  readonly seed: number
}

/** A place on the way of the save, by its number among all that are passed. */
export interface CrashPoint {
  readonly index: number
  readonly name: string
  /** Within a transaction, where all that was said is taken back. */
  readonly isWithin: boolean
}

export interface Ending {
  readonly run: Run
  readonly status: string
  /** How many saves of the case were sent, and how many the register carried out. */
  readonly sent: number
  readonly applied: number
  readonly reports: number
}

const minutes = 60_000
const plan = (event: string): Partial<Plan> => ({
  ...calm,
  offset: 0,
  cases: 1,
  events: [event],
  stormMs: 5 * minutes,
  topology: { type: 'alone' },
})

/** A seed on which the event is reported and accepted, and the places that its save passes. */
export async function findStory(
  stage: Stage,
  event: string,
): Promise<Story & { readonly points: readonly CrashPoint[] }> {
  for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
    const points: Point[] = []
    const story = { stage, event, seed }
    const { status, applied } = await play(story, (point) => {
      points.push(point)
      return false
    })
    if (applied > 0 && WELL.has(status)) return { ...story, points: savePath(points) }
  }
  throw new Error(`nobody reports "${event}" within ${MOST_SEEDS} seeds`)
}

const MOST_SEEDS = 60
const WELL = new Set(['completed', 'followOns'])

/** The same story with a process that dies at this place and comes up again. */
export function crash(story: Story, { index }: CrashPoint): Promise<Ending> {
  let passed = 0
  return play(story, () => passed++ === index)
}

async function play(story: Story, dies: (point: Point) => boolean): Promise<Ending> {
  const { stage, event, seed } = story
  const watch = watchInvariants()
  const ended: Omit<Ending, 'run'>[] = []
  const run = await simulate({
    seed,
    stage,
    plan: plan(event),
    watch: {
      ...watch,
      at: (point) => (dies(point) ? 'kill' : 'goOn'),
      async atEnd(sight) {
        ended.push(await lookAt(sight, event))
        return (await watch.atEnd?.(sight)) ?? []
      },
    },
  })
  const [ending] = ended
  if (!ending) throw new Error('the world did not end')
  return { run, ...ending }
}

interface Row {
  readonly status: string
  readonly reports: number
  readonly dialogues: readonly string[]
}

async function lookAt({ query, register }: Sight, event: string): Promise<Omit<Ending, 'run'>> {
  const [row] = await query<Row>(
    `select status, (snapshot -> 'context' ->> 'reports')::integer as reports,
       array(select dialogue from submissions where case_id = cases.id) as dialogues
     from cases where parent_id is null and event = $1 order by number limit 1`,
    [event],
  )
  if (!row) return { status: 'none', sent: 0, applied: 0, reports: 0 }
  const { status, reports, dialogues } = row
  const own = register.store.applied().filter(({ dialogue }) => dialogues.includes(dialogue))
  return { status, reports, sent: dialogues.length, applied: own.length }
}

/** From the answer to the validation, over the claim, the intent and the call, to the step after the result. */
function savePath(points: readonly Point[]): readonly CrashPoint[] {
  const from = points.findIndex(({ what }) => what === 'validate.replyEnd')
  const saved = points.findIndex(({ what }) => what === 'save.replyEnd')
  const commits = points.flatMap(({ what }, index) =>
    index > saved && what === 'commit.after' ? [index] : [],
  )
  const until = commits[STEPS_AFTER - 1] ?? points.length - 1
  const path = new Map<string, CrashPoint>()
  for (const [index, point] of points.entries()) {
    const name = `${nameOf(point)}${index > saved ? ', after the answer' : ''}`
    const isOnPath = index >= from && index <= until && !path.has(name)
    if (isOnPath) path.set(name, { index, name, isWithin: isWithin(point) })
  }
  return [...path.values()]
}

// The result of the save, and the step that follows from it.
const STEPS_AFTER = 2

function isWithin({ what, statements }: Point): boolean {
  return statements.length > 0 && !what.startsWith('commit')
}

function nameOf({ what, statements }: Point): string {
  if (statements.length === 0) return what
  return `${what} in ${transactions.find(({ holds }) => statements.includes(holds))?.name ?? 'another'}`
}

/** Transactions by what only they write. */
const transactions = [
  { holds: 'insert submissions', name: 'the intent' },
  { holds: 'update submissions', name: 'the result' },
  { holds: 'write step', name: 'a step' },
] as const
