import {
  areRowsShown,
  catalogue,
  entitiesOfDataType,
  foretell,
  getDefinition,
  predict,
  textOf,
} from '@sagsgang/events'
import type { CaseData, EventDefinition, RegisterView } from '@sagsgang/events'

import { changedRows } from '../planning/row-views.ts'
import { settle } from './caseworker.ts'
import { writeForm } from './forms.ts'
import type { Form } from './forms.ts'
import { writeLateForm } from './late-forms.ts'
import { count, tell, wasAccepted, worldOf } from './life.ts'
import type { Deed, Life, Reported } from './life.ts'
import { misforetold } from './rows-foretold.ts'

/** What somebody reports in a history. */

const primaries = catalogue.filter(({ primary }) => primary)

/** A report by chance, with the follow-ons that chance takes up. */
export const report: Deed = async (life) => {
  const definition = life.random.pick(primaries)
  return definition ? reportOne(life, definition) : null
}

export async function reportOne(life: Life, definition: EventDefinition): Promise<Reported | null> {
  const form = writeForm(life, definition)
  return form ? open(life, form, 'reported') : null
}

/** What was forgotten, put into the past. */
export const reportLate: Deed = async (life) => {
  const form = writeLateForm(life)
  return form ? open(life, form, 'reported late') : null
}

async function open(life: Life, form: Form, deed: string): Promise<Reported | null> {
  const { house } = life
  const before = worldOf(house)
  const caseId = await house.open(form)
  await house.send(caseId, { type: 'submit' })
  await settle(life, caseId)
  const isAccepted = wasAccepted(house.world.table.card(caseId))
  count(life, isAccepted ? deed : `not ${deed}`)
  if (!isAccepted) return null
  holdAgainst(life, { caseId, before })
  return { caseId, before }
}

/** Where nothing followed on it, what the report was to write is what stands. */
function holdAgainst(life: Life, { caseId, before }: Reported): void {
  const { table } = life.house.world
  const { stored, view } = table.card(caseId)
  const definition = getDefinition(stored.event)
  // Who reports establishes the facts, where nobody else is said to.
  const data: CaseData = { authority: stored.authority, ...stored.snapshot.context.data }
  const others = table.under(caseId).filter(({ stored: { id } }) => id !== caseId)
  if (!view || others.some(wasAccepted) || !isForetold(definition, data, view)) return
  const { authority } = stored
  const foretold = changedRows('', view, foretell(definition, { authority, ...data }, view))
  const after = worldOf(life.house)
  tell(life, misforetold([foretold], { before, after }), `${stored.event} reported`)
  count(life, 'foretold')
}

/** Nobody knows the number of a child, nor rows between which another is put that no lookup shows. */
function isForetold(definition: EventDefinition, data: CaseData, view: RegisterView): boolean {
  const isBorn = predict(definition, data, view).some(({ change }) => change === 'create')
  const { kind } = definition
  const [entity] = kind.type === 'maintenance' ? entitiesOfDataType(kind.dataType) : []
  const status = view.people[textOf(data, 'personnummer')]?.status ?? ''
  return !isBorn && (entity === undefined || areRowsShown(entity, status))
}
