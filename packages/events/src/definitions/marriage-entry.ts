import { defineEvent } from '../define-event.ts'
import { authority, code, country, date, flag, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { isHeldByOneParent } from '../rules/family-conditions.ts'
import { childOfMarriage, coupleHasLaterRow } from '../rules/marriage-blockers.ts'
import { marriageRules } from '../rules/marriage-rules.ts'
import { isSomebodyWidowed, needsCertificate } from '../rules/wedding-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, isUnknown, personnummer, reportingAuthority } from './event-fields.ts'
import { namePrefill } from './name-prefill.ts'

const person = say('personen', 'person')
const couple = say('personen eller ægtefællen', 'person or spouse')
const may = [
  reporters.municipality,
  reporters.parish,
  reporters['civil-registrar'],
  reporters['faith-community'],
]

/** Two subjects in one case: the event and its derived twin succeed or fail together. */
export const marriageEntry = defineEvent({
  id: 'marriage-entry',
  name: say('Vielse - indgåelse', 'Marriage - entry into'),
  service: 'VIELS-I',
  eventCodes: ['A19'],
  role: 'either',
  reporters: may,
  dateField: 'marriageDate',
  deadlines: ['marriage-test-4-months', 'marriage-name-3-months'],
  fields: {
    personnummer,
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      key: 'SPNR',
      required: true,
      unknownAllowed: true,
      hint: say('0000000000 hvis ukendt i CPR', '0000000000 when unknown to the register'),
    }),
    spouseName: text(34, say('Ægtefælles navn', 'Name of the spouse'), {
      wire: 'AEGTENVN',
      requiredWhen: isUnknown('spousePersonnummer'),
    }),
    spouseBirthDate: date(say('Ægtefælles fødselsdato', 'Birth date of the spouse'), {
      wire: 'AEGTEFOEDDATO',
      requiredWhen: isUnknown('spousePersonnummer'),
    }),
    marriageDate: date(say('Vielsesdato', 'Wedding date'), { wire: 'HDTO', required: true }),
    marriageAuthority: authority(say('Vielsesmyndighed', 'Wedding authority'), {
      wire: 'VIELSESMYN',
      required: true,
    }),
    marriageKind: code('marriage-kinds', say('Vielsestype', 'Kind of wedding'), { required: true }),
    certificateDate: date(say('Prøvelsesattestens dato', 'Date of the certificate of conditions'), {
      requiredWhen: {
        text: say(
          'når vielsestypen er borgerlig, kirkelig eller ved trossamfund',
          'when the wedding is civil, in church or in a faith community',
        ),
        holds: needsCertificate,
      },
    }),
    country: country(say('Vielsesland', 'Country of the wedding'), {
      requiredWhen: {
        text: say('når vielsen er sket i udlandet', 'when the wedding took place abroad'),
        holds: ({ data }) => data['marriageKind'] === 'ABROAD',
      },
    }),
    estateShown: flag(say('Skifte dokumenteret', 'Division of the estate shown'), {
      requiredWhen: {
        text: say(
          'når en af parterne har civilstand E eller L',
          'when one of the two has civil status E or L',
        ),
        holds: isSomebodyWidowed,
        readsRegister: true,
      },
    }),
    documentation: text(60, say('Vielsesprotokol', 'Wedding protocol'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...marriageRules],
  parties: {
    person: { field: 'personnummer' },
    spouse: { field: 'spousePersonnummer' },
    'children of the person': { childrenOf: 'person', under: 18 },
    'children of the spouse': { childrenOf: 'spouse', under: 18 },
    'joint children': { childrenOf: 'person', and: 'spouse', under: 18 },
  },
  reads: ['joint children'],
  reportedFor: ['person'],
  lookups: [
    'civil-status',
    'separation',
    'family',
    'master',
    'names',
    'protection',
    'citizenship',
    'authority',
    'search-authority',
    'help-authority',
  ],
  effects: [
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: {
        civilStatus: 'G',
        spousePersonnummer: { pnrOf: 'spouse' },
        authority: { field: 'marriageAuthority' },
      },
      text: say(
        'gift med ægtefællen fra vielsesdatoen',
        'married to the spouse from the wedding date',
      ),
    },
    {
      party: 'spouse',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: {
        civilStatus: 'G',
        spousePersonnummer: { pnrOf: 'person' },
        authority: { field: 'marriageAuthority' },
      },
      derivedMark: 'ÆG',
      text: say('gift med personen fra samme dag', 'married to the person from that day'),
    },
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'set',
      set: { spouseName: { field: 'spouseName' }, spouseBirthDate: { field: 'spouseBirthDate' } },
      when: { party: 'spouse', known: false },
      text: say(
        'ægtefælle uden personnummer står med navn og fødselsdato',
        'a spouse without number is named by text',
      ),
    },
  ],
  followOns: [
    optional('name-change', person, {
      parties: ['person'],
      when: say(
        'nyt navn på vielsesdagen eller senere; gratis i 3 måneder, hvis det giver fælles navn',
        'new name on the wedding day or after; free within 3 months when it gives a common name',
      ),
      deadline: 'marriage-name-3-months',
      onPrimaryUndo: 'undo',
      prefill: namePrefill('person', 'marriageDate', { pnrOf: 'spouse' }),
    }),
    optional('name-change', say('ægtefællen', 'spouse'), {
      parties: ['spouse'],
      when: say('som for personen', 'as for the person'),
      deadline: 'marriage-name-3-months',
      onPrimaryUndo: 'undo',
      prefill: namePrefill('spouse', 'marriageDate', { pnrOf: 'person' }),
    }),
    // Whether a name changes shows only once the name changes have ended: so it is on offer until then.
    followOn('addressing-name', say('personen og ægtefællen', 'person and spouse'), {
      parties: ['person', 'spouse'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'et navn er ændret i sagen eller er længere end 34 tegn',
        'a name is changed in this case, or is longer than 34 characters',
      ),
      decides: 'engine',
      after: ['name-change'],
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'marriageDate' } },
    }),
    optional('move', couple, {
      parties: ['person', 'spouse'],
      when: say('de flytter sammen', 'they move together'),
    }),
    optional('name-change', say('børn under 18', 'children under 18'), {
      parties: ['children of the person', 'children of the spouse'],
      when: say('børnene får også det fælles navn', 'the common name is given to the children too'),
      after: ['name-change'],
      onPrimaryUndo: 'review',
      prefill: { nameDate: { field: 'marriageDate' }, ground: 'WEDDING' },
    }),
    optional('church-membership', couple, {
      parties: ['person', 'spouse'],
      when: say('indmeldt ved en kirkelig vielse', 'joined at a church wedding'),
    }),
    followOn('parental-authority', say('fælles børn', 'joint children'), {
      parties: ['joint children'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'begge er forældre til et barn under 18, og kun den ene har forældremyndigheden',
        'both are parents of a child under 18, and only one of them holds parental authority',
      ),
      decides: 'engine',
      isFor: isHeldByOneParent,
      onPrimaryUndo: 'review',
      prefill: { startDate: { field: 'marriageDate' } },
    }),
    optional('protection', couple, { parties: ['person', 'spouse'] }),
    optional('occupation', person, { parties: ['person'] }),
  ],
  timers: [
    {
      deadline: 'marriage-name-3-months',
      onExpiry: say(
        'gratis navneændring tilbydes ikke længere',
        'a free name change is no longer offered',
      ),
      effect: 'note',
    },
  ],
  stuckWhen: [
    say('prøvelsesattesten mangler eller er for gammel', 'the certificate is missing or too old'),
    say('en ægtefælle uden nummer er uidentificeret', 'a spouse without a number is unidentified'),
    say('den anden ægtefælles civilstand passer ikke', 'the other’s civil status does not fit'),
  ],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('parental-authority@joint-children', 'kinship.undo-current', 'parentalAuthority', {
        policy: 'review',
      }),
      undoStep('name-change@children-under-18', 'name.undo-current', 'name', { policy: 'review' }),
      undoStep('addressing-name@person-and-spouse', 'name.undo-current', 'addressingName'),
      undoStep('name-change@spouse', 'name.undo-current', 'name'),
      undoStep('name-change@person', 'name.undo-current', 'name'),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [
      say(
        'begge ægtefællers tidligere civilstand gælder igen',
        'the former civil status of both spouses holds again',
      ),
      say('navne taget på grund af vielsen', 'names taken because of the wedding'),
    ],
    blockers: [coupleHasLaterRow, childOfMarriage],
  },
  maintenance: maintenanceOf('civil-status'),
})
