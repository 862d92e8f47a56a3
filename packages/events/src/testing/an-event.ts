import { defineEvent } from '../define-event.ts'
import type { EventDefinition, EventSpec } from '../define-event.ts'
import type { FieldSpec } from '../fields.ts'
import { date, pnr } from '../fields.ts'
import { say } from '../text.ts'

const nobody = say('person', 'person')

/** An event of nothing but what a test is about: somebody, and a day. */
export function anEvent(
  spec: Partial<Omit<EventSpec<string>, 'fields'>> & {
    readonly fields?: Readonly<Record<string, FieldSpec>>
  },
): EventDefinition {
  return defineEvent<string>({
    id: 'trial',
    name: nobody,
    service: 'PROEVE-I',
    eventCodes: [],
    role: 'either',
    reporters: [],
    dateField: 'eventDate',
    rules: [],
    parties: { person: { field: 'personnummer' } },
    reads: [],
    reportedFor: ['person'],
    lookups: [],
    effects: [],
    followOns: [],
    deadlines: [],
    timers: [],
    stuckWhen: [],
    undo: { dataType: 'address', steps: [], restores: [], blockers: [] },
    maintenance: [],
    ...spec,
    fields: {
      personnummer: pnr(nobody, { key: 'PNR', required: true }),
      eventDate: date(nobody, { wire: 'HDTO', required: true }),
      ...spec.fields,
    },
  })
}
