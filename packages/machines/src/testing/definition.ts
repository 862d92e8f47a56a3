import type { EventDefinition, FollowOn } from '@sagsgang/events'

/** Small definitions: a test says only what its story turns on. */

const nobody = { da: 'personen', en: 'the person' }

export function followOn(event: string, change: Partial<FollowOn> = {}): FollowOn {
  return {
    key: `${event}@person`,
    target: { type: 'event', event },
    for: nobody,
    parties: ['person'],
    mode: 'optional',
    after: [],
    separateCase: false,
    onPrimaryUndo: 'undo',
    ...change,
  }
}

export function eventWith(
  followOns: readonly FollowOn[] = [],
  change: Partial<EventDefinition> = {},
): EventDefinition {
  return {
    kind: { type: 'event' },
    id: 'promotion',
    name: { da: 'Forfremmelse', en: 'Promotion' },
    service: 'PROMO-I',
    eventCodes: [],
    primary: true,
    secondary: true,
    reporters: [],
    dateField: 'date',
    fields: [],
    rules: [],
    parties: {},
    reads: [],
    reportedFor: ['person'],
    lookups: [],
    effects: [],
    followOns,
    deadlines: [],
    timers: [],
    stuckWhen: [],
    undo: {
      dataType: 'name',
      steps: [
        {
          followOn: null,
          policy: 'undo',
          operation: 'name.undo-current',
          entity: 'name',
          together: false,
        },
      ],
      restores: [],
      blockers: [],
    },
    maintenance: ['name.correct-current'],
    ...change,
  }
}

/** The undo or correction of rows: no follow-ons, and nothing to take back by a plan of its own. */
export const maintenance: EventDefinition = eventWith([], {
  kind: { type: 'maintenance', dataType: 'name', operation: 'undoCurrent' },
  id: 'name.undo-current',
  undo: { dataType: 'name', steps: [], restores: [], blockers: [] },
})
