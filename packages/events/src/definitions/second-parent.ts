import type { EventDefinition, EventSpec } from '../define-event.ts'
import { code, date, flag, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { hasTakenFromParent } from '../rules/second-parent-blockers.ts'
import { isDeclaredAndNotShared, isNameless } from '../rules/second-parent-conditions.ts'
import { needsMothersConsent, secondParentRules } from '../rules/second-parent-rules.ts'
import type { SecondParentField } from '../rules/second-parent-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, isUnknown, reportingAuthority } from './event-fields.ts'
import { secondParentEffects } from './second-parent-effects.ts'
import type { SecondParent } from './second-parent-effects.ts'

const child = say('barnet', 'child')
const may = [
  reporters.parish,
  reporters['civil-registrar'],
  reporters['family-law-house'],
  reporters.court,
]

const bySigning = {
  text: say(
    'når grundlaget er erklæring eller anerkendelse',
    'when the basis is a declaration or a recognition',
  ),
  holds: needsMothersConsent,
}
const unknownHint = say(
  '0000000000 med navn, når personen er ukendt i CPR',
  '0000000000 with name when unknown to the register',
)
const papers = say('Erklæring, afgørelse eller dom', 'Declaration, decision or judgment')

export function secondParentFields({ of }: SecondParent) {
  return {
    personnummer: pnr(say('Barnets personnummer', 'Personnummer of the child'), {
      key: 'PNR',
      required: true,
    }),
    parentPersonnummer: pnr(say(`${of.da} personnummer`, `Personnummer ${of.en}`), {
      key: 'FPNR',
      required: true,
      unknownAllowed: true,
      hint: unknownHint,
    }),
    parentName: text(34, say(`${of.da} navn`, `Name ${of.en}`), {
      wire: 'FARNVN',
      requiredWhen: isUnknown('parentPersonnummer'),
    }),
    parentBirthDate: date(say(`${of.da} fødselsdato`, `Birth date ${of.en}`), {
      wire: 'FARFOEDDATO',
      requiredWhen: isUnknown('parentPersonnummer'),
    }),
    startDate: date(say('Virkningsdato', 'Start date'), { wire: 'HDTO', required: true }),
    basisOfParentage: code('parentage-bases', say('Grundlag', 'Basis'), { required: true }),
    motherConsent: flag(say('Mors samtykke', 'Consent of the mother'), {
      requiredWhen: bySigning,
    }),
    documentation: text(60, papers, { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  }
}

const followOns: EventDefinition['followOns'] = [
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
    prefill: { startDate: { field: 'startDate' } },
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
    prefill: { startDate: { field: 'startDate' } },
  }),
  optional('shared-residence-registration', child, {
    parties: ['child'],
    when: say('forældrene bor hver for sig og er enige', 'the parents live apart and agree'),
  }),
]

const undo: EventDefinition['undo'] = {
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
}

/** What the two have in common beside the form. */
export function secondParent(
  parent: SecondParent,
): Omit<EventSpec<SecondParentField>, 'fields' | 'id' | 'name' | 'eventCodes' | 'toldBy' | 'kind'> {
  return {
    service: 'FADER-I',
    role: 'either',
    reporters: may,
    dateField: 'startDate',
    deadlines: ['paternity-14-days'],
    rules: [access(may), ...secondParentRules(parent.who)],
    parties: {
      child: { field: 'personnummer' },
      [parent.party]: { field: 'parentPersonnummer' },
      mother: { parentOf: 'child', relation: 'mother' },
    },
    reads: ['mother'],
    reportedFor: ['child'],
    lookups: ['family', 'civil-status', 'birth-registration', 'names', 'protection'],
    effects: secondParentEffects(parent),
    followOns,
    timers: [
      {
        deadline: 'paternity-14-days',
        onExpiry: say(
          'send sagen til Familieretshuset',
          'send the case to the Agency of Family Law',
        ),
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
    undo,
    maintenance: maintenanceOf('kinship'),
  }
}
