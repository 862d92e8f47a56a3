import type { CaseView, Command, Form } from '../api.ts'
import { Refused, type Caller } from './caller.ts'
import { textIn, type Town } from './town.ts'

/** What a person does about a case that waits for one; false where it waits for nobody, or for a decision. */
export async function tend(crew: Crew, user: string, seen: CaseView): Promise<boolean> {
  const next = await nextFor(crew, seen)
  if (next === null || isInVain(crew, seen, next.type)) return false
  try {
    await crew.caller.command(user, seen, next)
  } catch (error) {
    // It has moved on meanwhile, or the rules say no: it is looked at again.
    if (!(error instanceof Refused)) throw error
    crew.refused(error.message)
  }
  return true
}

export interface Crew {
  readonly caller: Caller
  readonly town: Town
  readonly refused: (word: string) => void
  /** How often the same was tried on a case that did not move. */
  readonly tried: Map<string, number>
}

const MOST_TRIES = 3

/** A case that is resumed again and again, or that nobody can name a child in, is left for the verdict. */
function isInVain({ tried }: Crew, { caseId, version }: CaseView, type: string): boolean {
  const key = type === 'resume' ? `${caseId} resume` : `${caseId} ${type} ${version}`
  const count = tried.get(key) ?? 0
  tried.set(key, count + 1)
  return count >= MOST_TRIES
}

const may = ({ commands }: CaseView, type: Command['type']): boolean =>
  commands.some((one) => one.type === type && one.allowed)

async function nextFor({ town }: Crew, seen: CaseView): Promise<Command | null> {
  const { status, findings } = seen
  if (status === 'confirming' && may(seen, 'confirm')) {
    const rules = findings.filter(({ confirmed }) => confirmed !== true).map(({ rule }) => rule)
    return { type: 'confirm', findings: rules, reason: 'set og drøftet med borgeren' }
  }
  if (status === 'stuck' && may(seen, 'resume')) return { type: 'resume' }
  if (status === 'followOns') return followOn(town, seen)
  return null
}

/** A newborn gets its name; whatever else is due is reported elsewhere. */
async function followOn(town: Town, seen: CaseView): Promise<Command | null> {
  const due = seen.followOns.find(({ state }) => state === 'due')
  if (!due) return null
  const child = seen.persons.find(({ role }) => role === 'child')?.pnr
  const isNaming = due.event === 'naming' && child !== undefined && may(seen, 'openFollowOn')
  if (isNaming)
    return { type: 'openFollowOn', followOn: due.key, person: child, data: await name(town, seen) }
  if (!may(seen, 'waiveFollowOn')) return null
  return { type: 'waiveFollowOn', followOn: due.key, reason: 'indberettet et andet sted' }
}

/** A child may bear its mother's name. */
async function name(town: Town, { data }: CaseView): Promise<Form> {
  const told = data['motherPersonnummer']
  const mother = typeof told === 'string' ? told : ''
  return {
    namingDate: await town.day(0),
    firstNames: 'Storm',
    lastName: textIn(await town.look(mother), 'name', 'lastName'),
    namingKind: 'NAMING',
    applicants: [mother],
    authority: '7001',
  }
}
