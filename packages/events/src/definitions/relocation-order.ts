import { defineEvent } from '../define-event.ts'
import { code, date, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { relocationOrderRules } from '../rules/relocation-order-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const person = say('personen', 'person')
const may = [reporters.municipality]

/** The home may not be lived in for good: it is to be left by a day, and the order stands until then. */
export const relocationOrder = defineEvent({
  id: 'relocation-order',
  name: say('Flyttepåbud', 'Relocation order (order to leave a home)'),
  service: 'FLYTPB-I',
  toldBy: { code: 'SLETDATO', given: false },
  eventCodes: ['P32'],
  role: 'either',
  reporters: may,
  dateField: 'orderDate',
  deadlines: ['relocation-order-due'],
  fields: {
    personnummer,
    orderDate: date(say('Påbudsdato', 'Order date'), { wire: 'HDTO', required: true }),
    vacateBy: date(say('Flytte inden', 'Vacate by'), { wire: 'FRAFLYTDATO', required: true }),
    reason: code('relocation-reasons', say('Årsag', 'Reason'), {
      wire: 'PAABUDKOD',
      required: true,
    }),
    text: text(40, say('Tekst', 'Text'), { wire: 'PAABUDTXT' }),
    documentation: text(60, say('Dokumentation', 'Documentation')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...relocationOrderRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['address', 'relocation-order', 'household'],
  effects: [
    {
      party: 'person',
      entity: 'relocationOrder',
      operation: 'set',
      set: {
        vacateBy: { field: 'vacateBy' },
        reason: { field: 'reason' },
        text: { field: 'text' },
      },
      from: { field: 'orderDate' },
      text: say(
        'flyttepåbud med frist, årsag og tekst fra påbudsdatoen',
        'an order with its vacate-by date, reason and text from the order date',
      ),
    },
  ],
  followOns: [
    followOn('move', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'altid: boligen skal være fraflyttet inden fristen',
        'always: the home is to be left by the vacate-by date',
      ),
      decides: 'engine',
      separateCase: true,
      deadline: 'relocation-order-due',
      onPrimaryUndo: 'keep',
    }),
    followOn('relocation-order-lifting', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('grundlaget for påbuddet bortfalder', 'the ground falls away'),
      decides: 'worker',
      separateCase: true,
      onPrimaryUndo: 'keep',
    }),
    optional('municipal-notes', person, { parties: ['person'] }),
  ],
  timers: [
    {
      deadline: 'relocation-order-due',
      onExpiry: say(
        'fristen er overskredet: kommunen kan afgøre adressen efter § 11 eller rejse politisag',
        'overdue: the municipality may decide the address under section 11 or start a police case',
      ),
      effect: 'stuck',
    },
  ],
  stuckWhen: [
    say(
      'fristen for fraflytning er passeret uden en flytning',
      'the vacate-by date has passed and no move is registered',
    ),
  ],
  undo: {
    dataType: 'address',
    steps: [undoStep(null, 'address.undo-current', 'relocationOrder')],
    restores: [say('intet påbud på personen', 'no order on the person')],
    blockers: [],
  },
  maintenance: maintenanceOf('address'),
})
