import type { Entity } from '@sagsgang/events'

import { createDraft } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { numbersFor, passesModulus11 } from '../personnummer.ts'
import type { Sex } from '../personnummer.ts'
import type { People, Person } from '../rows.ts'
import { rowsIn } from '../saves.ts'
import type { Save } from '../saves.ts'
import { emptyImage } from '../store.ts'
import type { Account, Image, LoggedUpdate } from '../store.ts'

/** An event of the past, as the people of the register are made of them. */
export interface Act {
  readonly on: string
  readonly service: string
  readonly code: string
  readonly standsFor: Entity | null
  readonly authority: string
  /** The number that a birth gave. */
  readonly created?: string
}

/** Writes the past: every row stems from a save, so that seeded people can be undone and corrected like any others. */
export interface Scribe extends People {
  write(act: Act, change: (draft: Draft) => void): void
  /** A number nobody has, for birth date and sex. */
  freeNumber(birthDate: string, sex: Sex): string
  image(account: Account): Image
}

function pastSave(id: number, act: Act, draft: Draft): Save {
  const { service, code, standsFor, authority } = act
  return {
    id,
    service,
    code,
    standsFor,
    authority,
    created: act.created === undefined ? [] : [act.created],
    ...rowsIn(draft.changes()),
  }
}

/** One line per person, by the last row that was written on them. */
function linesOf({ code, authority }: Act, draft: Draft): readonly LoggedUpdate[] {
  const last = new Map(draft.changes().map(({ pnr, after }) => [pnr, after]))
  return [...last].map(([pnr, { timestamp, derivedMark }]) => ({
    pnr,
    timestamp,
    code,
    derivedMark,
    authority,
  }))
}

// Before this day every number that was given passes the check.
const checkEnded = '20071001'

export function createScribe(taken: ReadonlySet<string>, today: string): Scribe {
  const people = new Map<string, Person>()
  const saves: Save[] = []
  const log: LoggedUpdate[] = []
  let rows = 0
  let stamps = 0
  const find = (pnr: string): Person | undefined => people.get(pnr)
  const write = (act: Act, change: (draft: Draft) => void): void => {
    const stamp = (): string => {
      stamps += 1
      return `${act.on}${String(stamps).padStart(12, '0')}`
    }
    const { code, authority } = act
    const save = saves.length + 1
    const numbering = { nextRow: () => (rows += 1), stamp }
    const draft = createDraft({ find }, { save, code, authority, today }, numbering)
    change(draft)
    for (const person of draft.people()) people.set(person.pnr, person)
    saves.push(pastSave(save, act, draft))
    log.push(...linesOf(act, draft))
  }
  const isFree = (pnr: string, birthDate: string): boolean =>
    !people.has(pnr) && !taken.has(pnr) && (birthDate >= checkEnded || passesModulus11(pnr))
  return {
    find,
    write,
    freeNumber: (birthDate, sex) => {
      for (const pnr of numbersFor(birthDate, sex)) if (isFree(pnr, birthDate)) return pnr
      throw new Error('no number is left for this day')
    },
    image: (account) => ({
      ...emptyImage(account),
      people: [...people.values()],
      saves,
      log,
      nextRow: rows + 1,
      nextSave: saves.length + 1,
    }),
  }
}
