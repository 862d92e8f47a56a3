import { setTimeout as wait } from 'node:timers/promises'

import type { CaseView } from '../api.ts'
import { Refused } from './caller.ts'
import type { Random } from './random.ts'
import { stories, type Story } from './stories.ts'
import { tend, type Crew } from './tend.ts'

/** Caseworkers who report all day long, whatever becomes of the machines. */
export interface Caseworkers {
  readonly told: () => number
  /** No new case is begun; settles when everybody has put down what they were at. */
  stop(): Promise<void>
}

/** A case under way and who looks after it. */
interface Standing {
  readonly caseId: string
  readonly story: Story
  readonly until: number
}

const PATIENCE_MS = 45_000
const MOVING = new Set(['checking', 'reporting', 'waiting', 'undoing', 'inDoubt'])
const BEGUN = 0.3
/** Cases that a caseworker looks after at a time, more or less. */
const MOST_EACH = 4
const UNDONE = 0.25
const CORRECTED = 0.2

export function startCaseworkers(crew: Crew, random: Random, count: number): Caseworkers {
  const over = new AbortController()
  let told = 0
  const desk: Standing[] = []

  const begin = async (own: Random): Promise<void> => {
    const story = own.pick(stories)
    const data = await story.form(crew.town, own)
    if (!data) return
    const opened = await crew.caller.open(story.by, { event: story.event, data })
    desk.push({ caseId: opened.caseId, story, until: Date.now() + PATIENCE_MS })
    told += 1
    await crew.caller.command(story.by, opened, { type: 'submit' })
  }

  const look = async (own: Random): Promise<void> => {
    const standing = desk.shift()
    if (!standing) return
    const { caseId, story, until } = standing
    const seen = await crew.caller.ask(story.by, (api) => api.cases.get.query({ caseId }))
    const isTended = await tend(crew, story.by, seen)
    const isLeft = isTended || (MOVING.has(seen.status) && Date.now() < until)
    if (isLeft) desk.push(standing)
    else await changeOfMind(own, story, seen)
  }

  /** Now and then what was reported was a mistake. */
  const changeOfMind = async (own: Random, story: Story, seen: CaseView): Promise<void> => {
    if (seen.status !== 'completed' && seen.status !== 'followOns') return
    if (own.chance(UNDONE)) await crew.caller.undo(story.senior, seen.caseId)
    else if (story.correction && own.chance(CORRECTED))
      await crew.caller.correct(story.senior, seen.caseId, story.correction)
  }

  const work = async (own: Random): Promise<void> => {
    while (!over.signal.aborted) {
      const isFree = desk.length < count * MOST_EACH
      try {
        await (isFree && own.chance(BEGUN) ? begin(own) : look(own))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        crew.refused(error.message)
      }
      await wait(own.between(50, 250))
    }
  }

  const working = Promise.all(Array.from({ length: count }, () => work(random.fork())))
  working.catch(() => {}) // told by whoever stops them
  return {
    told: () => told,
    async stop() {
      over.abort()
      await working
    },
  }
}
