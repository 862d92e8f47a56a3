import { defineEvent } from '../define-event.ts'
import { date, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { childIsGrown } from '../rules/shared-residence-blockers.ts'
import { sharedResidenceRegistrationRules } from '../rules/shared-residence-rules.ts'
import { say } from '../text.ts'
import {
  buildingNumber,
  door,
  floor,
  homeColumns,
  municipalityCode,
  streetCode,
} from './address-fields.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'
import {
  agreement,
  agreementKind,
  childPersonnummer,
  otherParentPersonnummer,
} from './shared-residence-fields.ts'

const child = say('barnet', 'child')
const may = [reporters['family-law-house'], reporters.municipality]

/** The child keeps one address; the row says with whom, and where, it lives as well. */
export const sharedResidenceRegistration = defineEvent({
  id: 'shared-residence-registration',
  name: say('Delt bopæl - registrering', 'Shared residence - registration'),
  service: 'DELTBO-I',
  eventCodes: ['Z12'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: ['shared-residence-3-months', 'shared-residence-1-month'],
  fields: {
    personnummer: childPersonnummer,
    otherParentPersonnummer,
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    municipalityCode: {
      ...municipalityCode(false),
      hint: say('det andet hjem', 'the other home'),
    },
    streetCode: streetCode(false),
    houseNumber: text(4, say('Husnummer', 'House number'), { wire: 'HUSNR' }),
    floor,
    door,
    buildingNumber,
    agreementKind: agreementKind({ wire: 'AFTALETYP' }),
    documentation: agreement,
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...sharedResidenceRegistrationRules],
  parties: {
    child: { field: 'personnummer' },
    'other parent': { field: 'otherParentPersonnummer' },
    mother: { parentOf: 'child', relation: 'mother' },
    father: { parentOf: 'child', relation: 'father' },
  },
  reads: ['mother', 'father'],
  reportedFor: ['child'],
  lookups: ['shared-residence', 'family', 'address', 'civil-status'],
  effects: [
    {
      party: 'child',
      entity: 'sharedResidence',
      operation: 'appendRow',
      set: {
        otherParentPersonnummer: { pnrOf: 'other parent' },
        agreementKind: { field: 'agreementKind' },
        ...homeColumns,
      },
      text: say(
        'delt bopæl med den anden forælder fra startdatoen',
        'shared residence with the other parent from the start date',
      ),
    },
  ],
  followOns: [
    followOn('shared-residence-cessation', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'aftalen ophører, forældrene bor sammen igen, eller en forælder dør eller rejser',
        'the agreement ends, the parents live together again, or a parent dies or leaves',
      ),
      decides: 'worker',
      separateCase: true,
      onPrimaryUndo: 'keep',
      prefill: {
        otherParentPersonnummer: { field: 'otherParentPersonnummer' },
        startDate: { field: 'startDate' },
        agreementKind: { field: 'agreementKind' },
      },
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'shared-residence',
    steps: [undoStep(null, 'shared-residence.undo-current', 'sharedResidence')],
    restores: [say('ingen aftale', 'no agreement')],
    blockers: [childIsGrown],
  },
  maintenance: maintenanceOf('shared-residence'),
})
