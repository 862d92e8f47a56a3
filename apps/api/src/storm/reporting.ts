import { catalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'

import { settle } from './caseworker.ts'
import { writeForm } from './forms.ts'
import type { Form } from './forms.ts'
import { writeLateForm } from './late-forms.ts'
import { count, wasAccepted, worldOf } from './life.ts'
import type { Deed, Life, Reported } from './life.ts'

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
  return isAccepted ? { caseId, before } : null
}
