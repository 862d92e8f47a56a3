import { defineEvent } from '../define-event.ts'
import { code, date, flag, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { hasTakenFromParent } from '../rules/paternity-blockers.ts'
import { isDeclaredAndNotShared, isNameless } from '../rules/paternity-conditions.ts'
import { needsMothersConsent, paternityRules } from '../rules/paternity-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, isUnknown, reportingAuthority } from './event-fields.ts'

const child = say('barnet', 'child')
const may = [
  reporters.parish,
  reporters['civil-registrar'],
  reporters['family-law-house'],
  reporters.court,
]

export const paternity = defineEvent({
  id: 'paternity',
  name: say('Faderskab', 'Paternity'),
  service: 'FADER-I',
  eventCodes: ['A37'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: ['paternity-14-days'],
  fields: {
    personnummer: pnr(say('Barnets personnummer', 'Personnummer of the child'), {
      key: 'PNR',
      required: true,
    }),
    parentPersonnummer: pnr(say('Fars personnummer', 'Personnummer of the father'), {
      key: 'FPNR',
      required: true,
      unknownAllowed: true,
      hint: say(
        '0000000000 med navn, når han er ukendt i CPR',
        '0000000000 with name when unknown to the register',
      ),
    }),
    parentName: text(34, say('Fars navn', 'Name of the father'), {
      wire: 'FARNVN',
      requiredWhen: isUnknown('parentPersonnummer'),
    }),
    parentBirthDate: date(say('Fars fødselsdato', 'Birth date of the father'), {
      wire: 'FARFOEDDATO',
      requiredWhen: isUnknown('parentPersonnummer'),
    }),
    startDate: date(say('Virkningsdato', 'Start date'), { wire: 'HDTO', required: true }),
    basisOfParentage: code('parentage-bases', say('Grundlag', 'Basis'), { required: true }),
    motherConsent: flag(say('Mors samtykke', 'Consent of the mother'), {
      requiredWhen: {
        text: say(
          'når grundlaget er erklæring eller anerkendelse',
          'when the basis is a declaration or a recognition',
        ),
        holds: needsMothersConsent,
      },
    }),
    documentation: text(
      60,
      say('Erklæring, afgørelse eller dom', 'Declaration, decision or judgment'),
      { required: true },
    ),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...paternityRules],
  parties: {
    child: { field: 'personnummer' },
    father: { field: 'parentPersonnummer' },
    mother: { parentOf: 'child', relation: 'mother' },
  },
  reads: ['mother'],
  reportedFor: ['child'],
  lookups: ['family', 'civil-status', 'birth-registration', 'names', 'protection'],
  effects: [
    {
      party: 'child',
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: 'father', personnummer: { pnrOf: 'father' } },
      when: { party: 'father', known: true },
      text: say('faderen fra virkningsdatoen', 'father from the start date'),
    },
    {
      party: 'father',
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: 'child', personnummer: { pnrOf: 'child' } },
      derivedMark: 'NF',
      text: say('barnet på faderen', 'the child on the father'),
    },
    {
      party: 'child',
      entity: 'parentalAuthority',
      operation: 'keep',
      text: say(
        'uændret; fælles forældremyndighed følger som egen hændelse',
        'unchanged; joint authority comes with the follow-on parental-authority',
      ),
    },
    {
      party: 'child',
      entity: 'citizenship',
      operation: 'appendRow',
      set: { country: '5100' },
      when: {
        all: [
          { party: 'father', has: 'citizenship', column: 'country', in: ['5100'] },
          { not: { party: 'child', has: 'citizenship', column: 'country', in: ['5100'] } },
        ],
      },
      text: say('dansk gennem faderen', 'Danish through the father'),
    },
    {
      party: 'child',
      entity: 'kinship',
      operation: 'appendRow',
      set: {
        relation: 'father',
        personnummer: null,
        name: { field: 'parentName' },
        birthDate: { field: 'parentBirthDate' },
      },
      when: { party: 'father', known: false },
      text: say('faderens navn og fødselsdato', 'the father’s name and birth date'),
    },
  ],
  followOns: [
    followOn('parental-authority', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'grundlaget er en erklæring, og forældrene har ikke allerede forældremyndigheden sammen',
        'the basis is a declaration, and the parents do not already hold parental authority together',
      ),
      decides: 'engine',
      condition: isDeclaredAndNotShared,
      onPrimaryUndo: 'undo',
    }),
    optional('name-change', child, {
      parties: ['child'],
      when: say('efternavn efter den nye forælder', 'surname after the new parent'),
      onPrimaryUndo: 'review',
      prefill: { nameDate: { field: 'startDate' } },
    }),
    followOn('naming', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('barnet har intet navn', 'the child has no name'),
      decides: 'engine',
      condition: isNameless,
      onPrimaryUndo: 'keep',
    }),
    followOn('citizenship', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'statsborgerskabet efter den nye forælder er ikke sikkert',
        'the citizenship that follows from the new parent is not certain',
      ),
      decides: 'worker',
      onPrimaryUndo: 'undo',
    }),
    optional('shared-residence-registration', child, {
      parties: ['child'],
      when: say('forældrene bor hver for sig og er enige', 'the parents live apart and agree'),
    }),
  ],
  timers: [
    {
      deadline: 'paternity-14-days',
      onExpiry: say('send sagen til Familieretshuset', 'send the case to the Agency of Family Law'),
      effect: 'note',
    },
  ],
  stuckWhen: [
    say('den udlagte forælder svarer ikke', 'the parent named does not answer'),
    say(
      'sagen ligger hos Familieretshuset eller retten',
      'the case is at the Agency of Family Law or the court',
    ),
  ],
  undo: {
    dataType: 'kinship',
    steps: [
      undoStep('citizenship@child', 'citizenship.undo-current', 'citizenship'),
      undoStep('name-change@child', 'name.undo-current', 'name', { policy: 'review' }),
      undoStep('parental-authority@child', 'kinship.undo-current', 'parentalAuthority'),
      undoStep(null, 'kinship.undo-current', 'kinship'),
    ],
    restores: [
      say('ingen anden forælder (eller den tidligere)', 'no second parent (or the former one)'),
      say('forældremyndighed hos moderen alene', 'parental authority of the mother alone'),
    ],
    blockers: [hasTakenFromParent],
  },
  maintenance: maintenanceOf('kinship'),
})
