import { defineEvent } from '../define-event.ts'
import { code, date, flag, name, pnr, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { adoptersDead, hasFamilySince } from '../rules/adoption-blockers.ts'
import { adoptionRules } from '../rules/adoption-rules.ts'
import { say } from '../text.ts'
import { adoptionEffects } from './adoption-effects.ts'
import { adoptionFollowOns } from './adoption-follow-ons.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

const may = [reporters['family-law-house'], reporters.court, reporters.immigration]
const adopterHint = say(
  'to adoptanter af samme køn udfylder begge felter, en alene udfylder ét',
  'two adopters of the same sex fill both, one adopter fills one',
)

/** The number stays: a new one is asked for by itself, and whoever waits is told under it. */
export const adoption = defineEvent({
  id: 'adoption',
  name: say('Adoption', 'Adoption'),
  service: 'ADOPT-I',
  eventCodes: ['A35'],
  role: 'primary',
  reporters: may,
  dateField: 'grantDate',
  deadlines: [],
  fields: {
    personnummer: pnr(say('Den adopteredes personnummer', 'Personnummer of the adopted person'), {
      key: 'PNR',
      required: true,
    }),
    adoptionKind: code('adoption-kinds', say('Adoptionsform', 'Kind of adoption'), {
      wire: 'KOD',
      required: true,
    }),
    adoptiveMotherPersonnummer: pnr(
      say('Adoptivmors personnummer', 'Personnummer of the adoptive mother'),
      { key: 'MPNR', hint: adopterHint },
    ),
    adoptiveFatherPersonnummer: pnr(
      say('Adoptivfars personnummer', 'Personnummer of the adoptive father'),
      { key: 'FPNR', hint: adopterHint },
    ),
    grantDate: date(say('Bevillingsdato', 'Grant date'), { wire: 'HDTO', required: true }),
    newFirstNames: name(50, say('Nye fornavne', 'New first names')),
    newLastName: name(40, say('Nyt efternavn', 'New surname')),
    newPersonnummerWanted: flag(say('Nyt personnummer', 'New personnummer'), {
      hint: say('kun hvor loven giver ret til et nyt', 'only where the law allows a new number'),
    }),
    documentation: text(60, say('Adoptionsbevilling', 'Adoption grant'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...adoptionRules],
  parties: {
    'adopted person': { field: 'personnummer' },
    'new mother': { field: 'adoptiveMotherPersonnummer' },
    'new father': { field: 'adoptiveFatherPersonnummer' },
    'former mother': { parentOf: 'adopted person', relation: 'mother' },
    'former father': { parentOf: 'adopted person', relation: 'father' },
  },
  reads: [],
  reportedFor: ['adopted person'],
  lookups: [
    'family',
    'civil-status',
    'names',
    'citizenship',
    'birth-registration',
    'address',
    'protection',
    'church',
  ],
  effects: adoptionEffects,
  followOns: adoptionFollowOns,
  timers: [],
  stuckWhen: [
    say('udenlandsk adoption uden indrejse', 'foreign adoption without entry'),
    say(
      'det nye nummer er ikke tildelt endnu, og følgehændelser venter på det',
      'the new number is not yet assigned while follow-ons wait on it',
    ),
  ],
  undo: {
    dataType: 'kinship',
    steps: [
      undoStep(
        'shared-residence-cessation@adopted-person',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('guardian-discharge@adopted-person', 'person-other.undo-current', 'guardian', {
        policy: 'review',
      }),
      undoStep(
        'personnummer.correct-current@adopted-person',
        'personnummer.undo-current',
        'person',
      ),
      undoStep('move@adopted-person', 'address.undo-current', 'address'),
      undoStep('citizenship@adopted-person', 'citizenship.undo-current', 'citizenship'),
      undoStep('parental-authority@adopted-person', 'kinship.undo-current', 'parentalAuthority'),
      undoStep('addressing-name@adopted-person', 'name.undo-current', 'addressingName'),
      undoStep('name-change@adopted-person', 'name.undo-current', 'name'),
      undoStep(null, 'kinship.undo-current', 'kinship'),
    ],
    restores: [
      say('de tidligere forældre som forældre', 'the former parents as parents'),
      say(
        'forældremyndighed, navn, statsborgerret og nummer',
        'parental authority, name, citizenship, number',
      ),
    ],
    blockers: [hasFamilySince, adoptersDead],
  },
  maintenance: maintenanceOf('kinship'),
})
