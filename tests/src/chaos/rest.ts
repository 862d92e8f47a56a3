import { setTimeout as wait } from 'node:timers/promises'

import type { CasePage, CaseView } from '../api.ts'
import { Refused } from './caller.ts'
import type { Fleet } from './fleet.ts'
import { tend, type Crew } from './tend.ts'
import { patiently } from './town.ts'

/** Those who may see and do everything with the cases of their authority: one for each that reports. */
const seniors = ['senior', 'parish', 'family-law'] as const

/** Every case there is, as it stands, and who looks after it. */
export interface Found {
  readonly user: string
  readonly seen: CaseView
}

export interface Rest {
  readonly found: readonly Found[]
  /** Left in doubt by the evidence, and decided by a person. */
  readonly decided: readonly string[]
  readonly seconds: number
}

const MOVING = new Set(['checking', 'reporting', 'waiting', 'undoing', 'inDoubt'])
const LOOKERS = 6

/**
 * The faults are over: people do what is theirs to do, the register's clock passes the settle time, and a person decides where no
 * evidence can. Ends when nothing is under way any more, or nothing has moved for so many seconds: that is for the verdict.
 */
export async function bringToRest(fleet: Fleet, crew: Crew, seconds: number): Promise<Rest> {
  const started = Date.now()
  const patience = createPatience(seconds)
  const decided: string[] = []
  const known: Known = new Map()
  let settled = Date.now()
  for (;;) {
    const found = await findAll(crew, known)
    const touched = await touchAll(crew, found)
    const isMoving = touched > 0 || found.some(({ seen }) => isUnderWay(seen))
    if (!isMoving || patience.isOver(found))
      return { found, decided, seconds: Math.round((Date.now() - started) / 1000) }
    if (touched === 0) decided.push(...(await decideAll(fleet, crew, found)))
    if (Date.now() - settled > 4_000) {
      await patiently(() => fleet.control.advance({ seconds: 1_000 }))
      settled = Date.now()
    }
    await wait(500)
  }
}

const MOST_PATIENCES = 8

/** A loaded machine is slow, and slow is not still; but there is an end to everything. */
function createPatience(seconds: number): { isOver: (found: readonly Found[]) => boolean } {
  const end = Date.now() + MOST_PATIENCES * seconds * 1000
  let entries = 0
  let moved = Date.now()
  return {
    isOver(found) {
      const now = found.reduce((sum, { seen }) => sum + seen.version, 0)
      if (now !== entries) moved = Date.now()
      entries = now
      return Date.now() > Math.min(end, moved + seconds * 1000)
    },
  }
}

/** Under way by itself; whoever waits for a person, a day or another case does not move, and a deadline lies ahead of all. */
export function isUnderWay({ status, effects }: Pick<CaseView, 'status' | 'effects'>): boolean {
  const isAtWork = effects.some(({ failed, type }) => failed === null && type !== 'deadline')
  return MOVING.has(status) && isAtWork
}

/** Cases as they were read last: thousands rest, and need not be read again. */
type Known = Map<string, CaseView>

async function findAll({ caller }: Crew, known: Known): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const user of seniors) {
    const left = [...(await listAll(caller, user))]
    const look = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const [caseId, version] = next
        const before = known.get(caseId)
        const isRead = before?.version === version
        const seen = isRead
          ? before
          : await caller.ask(user, (api) => api.cases.get.query({ caseId }))
        known.set(caseId, seen)
        found.push({ user, seen })
      }
    }
    await Promise.all(Array.from({ length: LOOKERS }, look))
  }
  return found
}

/** The versions of all cases that somebody may see. */
async function listAll(caller: Crew['caller'], user: string): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>()
  let cursor: string | null = null
  do {
    const page: { limit: number; cursor?: string } = { limit: 200, ...(cursor && { cursor }) }
    const told: CasePage = await caller.ask(user, (api) => api.cases.list.query(page))
    for (const { caseId, version } of told.cases) versions.set(caseId, version)
    cursor = told.next
  } while (cursor !== null)
  return versions
}

async function touchAll(crew: Crew, found: readonly Found[]): Promise<number> {
  let touched = 0
  for (const { user, seen } of found) touched += (await tend(crew, user, seen)) ? 1 : 0
  return touched
}

/** Only where the case itself asks a person; what is true is looked up in the register's own list. */
async function decideAll(
  { control }: Fleet,
  crew: Crew,
  found: readonly Found[],
): Promise<readonly string[]> {
  const asking = found.filter(({ seen }) =>
    seen.commands.some(({ type, allowed }) => type === 'decide' && allowed),
  )
  if (asking.length === 0) return []
  const applied = new Set(
    (await patiently(() => control.applied())).map(({ dialogue }) => dialogue),
  )
  const decided: string[] = []
  for (const { user, seen } of asking) {
    const { dialogues } = await readJournal(crew.caller, user, seen.caseId)
    const isApplied = dialogues.some((dialogue) => applied.has(dialogue))
    const outcome = isApplied ? 'applied' : 'notApplied'
    try {
      const command = { type: 'decide', outcome, reason: 'slået op i registret' } as const
      await crew.caller.command(user, seen, command)
      decided.push(seen.caseId)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return decided
}

export interface Told {
  readonly seq: number
  readonly actor: string
  readonly type: string
  readonly status: string
  /** Why, in a word, where the message says so. */
  readonly reason: string | null
}

/** What a case was told, and the register's own names for the conversations it had. */
export async function readJournal(
  caller: Crew['caller'],
  user: string,
  caseId: string,
): Promise<{ readonly told: readonly Told[]; readonly dialogues: readonly string[] }> {
  const entries = await caller.ask(user, (api) => api.cases.journal.query({ caseId }))
  return {
    told: entries.map(({ seq, actor, message, status }) => ({
      seq,
      actor,
      type: message.type,
      status,
      reason: typeof message['reason'] === 'string' ? message['reason'] : null,
    })),
    dialogues: [...new Set(entries.flatMap(({ message }) => dialogueIn(message['dialogue'])))],
  }
}

function dialogueIn(dialogue: unknown): readonly string[] {
  if (typeof dialogue !== 'object' || dialogue === null || !('timestamp' in dialogue)) return []
  return [String(dialogue.timestamp)]
}
