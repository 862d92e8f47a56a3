import { defineEvent } from '../define-event.ts'
import { code, country, date, flag, lines, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { authorityDecided, spouseRemarried } from '../rules/death-blockers.ts'
import { isLeftAtHome } from '../rules/death-conditions.ts'
import { deathRules, isLeftAlone } from '../rules/death-rules.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { deathEffects } from './death-effects.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'
import { guardianDischarged } from './guardian-discharged.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const deceased = say('den afdøde', 'the deceased')
const children = say('børn under 18', 'children under 18')
const wards = say('dem, den afdøde var værge for', 'wards of the deceased')
const may = [
  reporters.parish,
  reporters['civil-registrar'],
  reporters.hospital,
  reporters.municipality,
  reporters.court,
]

/** A wrong death is undone by undoing the civil-status row, which gives the status back. */
export const death = defineEvent({
  id: 'death',
  name: say('Dødsfald', 'Death'),
  service: 'DOD-I',
  eventCodes: ['A21'],
  role: 'primary',
  reporters: may,
  dateField: 'deathDate',
  deadlines: ['death-2-weekdays', 'burial-8-days'],
  fields: {
    personnummer,
    deathDate: date(say('Dødsdato', 'Death date'), {
      wire: 'HDTO',
      required: true,
      hint: say(
        'er datoen usikker, kan dagen, eller måned og dag, være 00',
        'with an uncertain date the day, or month and day, may be 00',
      ),
    }),
    dateUncertain: flag(say('Datoen er usikker', 'Date uncertain'), { wire: 'HDTOUSM' }),
    deathKind: code('death-kinds', say('Dødsart', 'Kind of death registration'), {
      required: true,
    }),
    country: country(say('Dødsland', 'Country of death'), {
      requiredWhen: {
        text: say('når døden er sket i udlandet', 'when the death took place abroad'),
        holds: ({ data }) => data['deathKind'] === 'ABROAD',
      },
    }),
    notifier: text(34, say('Anmelder', 'Notifier')),
    executorAddress: lines(say('Boets kontaktadresse', 'Contact address of the estate')),
    documentation: text(60, say('Dødsattest', 'Death certificate'), { required: true }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...deathRules],
  parties: {
    person: { field: 'personnummer' },
    spouse: { spouseOf: 'person' },
    children: { childrenOf: 'person', under: 18 },
    wards: { namedByWorker: true },
    'other holders': { holdersOf: 'children' },
  },
  reads: ['other holders'],
  reportedFor: ['person'],
  lookups: [
    'master',
    'civil-status',
    'separation',
    'family',
    'address',
    'household',
    'shared-residence',
    'guardian',
    'contact-address',
    'relocation-order',
    'protection',
    'church',
  ],
  effects: deathEffects,
  followOns: [
    followOn('widowhood', say('ægtefællen eller partneren', 'spouse or partner'), {
      parties: ['spouse'],
      mode: 'derived',
      when: say('gift eller i partnerskab ved døden', 'married or in partnership at death'),
      onPrimaryUndo: 'undo',
      prefill: {
        spousePersonnummer: { pnrOf: 'person' },
        deathDate: { field: 'deathDate' },
        documentation: { field: 'documentation' },
      },
    }),
    followOn(
      'shared-residence-cessation',
      say('børnene, eller barnet, der døde', 'children, or the child who died'),
      {
        parties: ['children', 'person'],
        mode: 'derived',
        when: say('delt bopæl er registreret', 'shared residence is registered'),
        isFor: hasSharedResidence,
        onPrimaryUndo: 'undo',
        prefill: sharedResidenceEnded('children', { dateField: 'deathDate', reason: 'DEATH' }),
      },
    ),
    followOn('parental-authority', children, {
      parties: ['children'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'den afdøde havde alene forældremyndigheden',
        'the deceased alone held parental authority',
      ),
      decides: 'engine',
      isFor: isLeftAlone,
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'deathDate' } },
    }),
    followOn('guardian', wards, {
      parties: ['wards'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'den afdøde var værge: angiv for hvem; en ny værge er nødvendig',
        'the deceased was guardian: say for whom; a new guardian is needed',
      ),
      decides: 'worker',
      onPrimaryUndo: 'undo',
    }),
    followOn('guardian-discharge', wards, {
      parties: ['wards'],
      mode: 'derived',
      when: say('den afdøde var værge', 'the deceased was guardian'),
      onPrimaryUndo: 'undo',
      prefill: guardianDischarged('wards', {
        row: { guardianPersonnummer: { pnrOf: 'person' } },
        dateField: 'deathDate',
        reason: 'DEATH',
      }),
    }),
    optional('contact-address', deceased, {
      parties: ['person'],
      when: say('adresse på boet eller bobestyreren', 'address of the estate or executor'),
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'deathDate' }, lines: { field: 'executorAddress' } },
    }),
    followOn('move', children, {
      parties: ['children'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'de bor på den afdødes adresse, og ingen anden med forældremyndighed gør',
        'they live at the address of the deceased, and no other holder of parental authority does',
      ),
      decides: 'engine',
      isFor: isLeftAtHome,
      onPrimaryUndo: 'keep',
    }),
    optional('name-change', say('ægtefællen', 'spouse'), {
      parties: ['spouse'],
      after: ['widowhood'],
      prefill: { nameDate: { field: 'deathDate' } },
    }),
    optional('municipal-notes', deceased, {
      parties: ['person'],
      prefill: { municipality: { field: 'authority' } },
    }),
  ],
  timers: [
    {
      deadline: 'death-2-weekdays',
      onExpiry: say('for sen anmeldelse er noteret', 'the late notification is noted'),
      effect: 'note',
    },
    {
      deadline: 'burial-8-days',
      onExpiry: say('kun til orientering', 'for information only'),
      effect: 'note',
    },
  ],
  stuckWhen: [
    say('dødsattesten mangler', 'the death certificate is missing'),
    say('fundet død uden identitet', 'found dead without identity'),
    say(
      'ægtefællens civilstand peger på en anden',
      'the civil status of the spouse points at somebody else',
    ),
  ],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('contact-address@the-deceased', 'address.undo-current', 'contactAddress'),
      undoStep(
        'guardian-discharge@wards-of-the-deceased',
        'person-other.undo-current',
        'guardian',
        { together: true },
      ),
      undoStep('guardian@wards-of-the-deceased', 'person-other.undo-current', 'guardian'),
      undoStep('parental-authority@children-under-18', 'kinship.undo-current', 'parentalAuthority'),
      undoStep(
        'shared-residence-cessation@children-or-the-child-who-died',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('widowhood@spouse-or-partner', 'civil-status.undo-current', 'civilStatus', {
        together: true,
      }),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [
      say(
        'personstatus før døden, og adressen igen',
        'status before death with the address open again',
      ),
      say('ægtefællens civilstand og separation', 'the spouse’s civil status and separation'),
      say(
        'forældremyndighed, værger, delt bopæl og beskyttelse',
        'parental authority, guardians, shared residence, protection',
      ),
    ],
    blockers: [spouseRemarried, authorityDecided],
  },
  maintenance: maintenanceOf('civil-status'),
})
