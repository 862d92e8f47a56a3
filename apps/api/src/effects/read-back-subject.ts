import type { ExpectedChange } from '@sagsgang/events'

import type { CaseGround } from './case-facts.ts'
import { changesOf } from './expected.ts'
import { maintainedPerson } from './maintained-row.ts'
import { reportOf } from './update-of.ts'

/** On whom a save shows in the register's record of updates, and under which marks. */
export interface Subject {
  readonly pnr: string
  readonly derivedMarks: readonly string[]
}

/** The person reported for; where that number is not known before the save, somebody whose rows it writes too. */
export function subjectOf(ground: CaseGround, report: number): Subject | null {
  const { definition, facts } = ground
  if (definition.kind.type === 'maintenance') {
    const maintained = maintainedPerson(facts.data)
    return maintained ? { pnr: maintained, derivedMarks: [''] } : null
  }
  const changes = changesOf(ground, report)
  const { person } = reportOf(ground, report)
  if (person) return subject(person, [null, ...marksOn(person, changes)])
  const known = changes.find(({ pnr }) => pnr !== null)
  return known?.pnr ? subject(known.pnr, marksOn(known.pnr, changes)) : null
}

function marksOn(person: string, changes: readonly ExpectedChange[]): readonly (string | null)[] {
  return changes.filter(({ pnr }) => pnr === person).map(({ derivedMark }) => derivedMark)
}

function subject(pnr: string, marks: readonly (string | null)[]): Subject {
  return { pnr, derivedMarks: [...new Set(marks.map((mark) => mark ?? ''))] }
}
