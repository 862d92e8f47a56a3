import { defineEvent } from '../define-event.ts'
import type { Value } from '../effects.ts'
import { code, date } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { nameAndAddress, protectionCessationRules } from '../rules/protection-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.municipality, reporters.citizen, reporters.system]

const startOf = (protectionType: string): Value => ({
  detail: 'start',
  ofRow: 'protection',
  of: 'person',
  row: { protectionType },
})

export const protectionCessation = defineEvent({
  id: 'protection-cessation',
  name: say('Beskyttelse - ophør', 'Protection - cessation'),
  service: 'BESKYT-I',
  toldBy: { code: 'STARTDATO', given: false },
  eventCodes: ['A33', 'P11'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: [],
  fields: {
    personnummer,
    protectionType: code('protection-types', say('Beskyttelsestype', 'Protection type'), {
      wire: 'BESKYTTYP',
      required: true,
    }),
    endDate: date(say('Ophørsdato', 'End date'), { wire: 'SLETDATO', required: true }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...protectionCessationRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['protection'],
  effects: [
    {
      party: 'person',
      entity: 'protection',
      operation: 'endRow',
      row: { protectionType: '00002' },
      when: {
        all: [
          { field: 'protectionType', in: [nameAndAddress] },
          { not: { value: startOf('00002'), differsFrom: startOf(nameAndAddress) } },
        ],
      },
      text: say(
        'lokal vejviser (00002), der blev givet sammen med 00001, ophører også',
        'local directory (00002), given together with 00001, ends as well',
      ),
    },
    {
      party: 'person',
      entity: 'protection',
      operation: 'endRow',
      row: { protectionType: { field: 'protectionType' } },
      text: say('beskyttelsen ophører', 'the protection ends'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'protection')],
    restores: [say('beskyttelsen gælder igen', 'the protection row is open again')],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
