import { defineEvent } from '../define-event.ts'
import { authority, code, date, flag, number, pnr, text, time } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { childHasLifeOfItsOwn } from '../rules/birth-blockers.ts'
import { birthRules } from '../rules/birth-rules.ts'
import { areUnmarriedParents } from '../rules/family-conditions.ts'
import { say } from '../text.ts'
import { birthEffects } from './birth-effects.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

const child = say('barnet', 'child')
const may = [reporters.parish, reporters['civil-registrar'], reporters.hospital]

/** The child's number is born with the answer: every follow-on is keyed on it. */
export const birth = defineEvent({
  id: 'birth',
  name: say('Tildeling af personnummer - fødsel', 'Birth (assignment of personnummer)'),
  service: 'FODSEL-I',
  eventCodes: ['A51', 'A36'],
  role: 'primary',
  reporters: may,
  dateField: 'birthDate',
  deadlines: ['birth-14-days', 'paternity-14-days', 'naming-6-months'],
  fields: {
    motherPersonnummer: pnr(say('Mors personnummer', 'Personnummer of the mother'), {
      key: 'MPNR',
      required: true,
      unknownAllowed: true,
      hint: say('0000000000 hvis ukendt', '0000000000 when unknown'),
    }),
    fatherPersonnummer: pnr(
      say('Fars eller medmors personnummer', 'Personnummer of the father or co-mother'),
      {
        key: 'FPNR',
        hint: say(
          'mors ægtefælle; tom, når ingen anden forælder er registreret endnu',
          'the mother’s spouse; empty when no second parent is registered yet',
        ),
      },
    ),
    birthDate: date(say('Fødselsdato', 'Birth date'), { wire: ['FODT', 'HDTO'], required: true }),
    birthTime: time(say('Fødselstidspunkt', 'Time of birth'), { wire: 'FOEDTID' }),
    sex: code('sex', say('Køn', 'Sex'), { wire: 'KON', required: true }),
    birthOrder: number(1, say('Nummer ved flerfødsel', 'Number in a multiple birth'), {
      wire: 'MULTI',
      hint: say(
        '1, 2, 3 ... ved flerfødsel, ellers tom',
        '1, 2, 3 ... for a multiple birth, else empty',
      ),
    }),
    birthPlace: text(20, say('Fødested', 'Place of birth'), { wire: 'FOEDMYNTXT' }),
    birthAuthority: authority(say('Fødselsregistreringssted', 'Birth registration authority'), {
      wire: 'FOEDMYNKOD',
      required: true,
    }),
    liveBirth: flag(say('Levendefødt', 'Live birth'), { required: true }),
    documentation: text(60, say('Fødselsanmeldelse', 'Notification of birth'), {
      required: true,
      hint: say('anmeldelsens nummer', 'notification number'),
    }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...birthRules],
  parties: {
    child: { newborn: true },
    mother: { field: 'motherPersonnummer' },
    father: { field: 'fatherPersonnummer' },
  },
  reads: [],
  reportedFor: ['mother'],
  lookups: [
    'master',
    'family',
    'civil-status',
    'address',
    'citizenship',
    'protection',
    'authority',
    'search-birthdate',
  ],
  effects: birthEffects,
  followOns: [
    followOn('paternity', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'ingen anden forælder blev angivet ved fødslen',
        'no second parent was given with the birth',
      ),
      decides: 'engine',
      condition: { field: 'fatherPersonnummer', given: false },
      deadline: 'paternity-14-days',
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'birthDate' } },
    }),
    followOn('co-maternity', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('den anden forælder er en kvinde', 'the second parent is a woman'),
      decides: 'worker',
      alternativeTo: 'paternity',
      deadline: 'paternity-14-days',
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'birthDate' } },
    }),
    followOn('parental-authority', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'en anden forælder, der ikke er gift med moderen, er angivet eller kommer til ved erklæring',
        'a second parent who is not married to the mother is given, or comes by declaration',
      ),
      decides: 'engine',
      condition: areUnmarriedParents,
      after: ['paternity', 'co-maternity'],
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'birthDate' } },
    }),
    followOn('naming', child, {
      parties: ['child'],
      mode: 'required',
      when: say('altid', 'always'),
      deadline: 'naming-6-months',
      onPrimaryUndo: 'undo',
    }),
    optional('church-membership', child, {
      parties: ['child'],
      when: say('dåb; navngivelse kan ske samtidig', 'baptism; naming may happen in the same act'),
      after: ['naming'],
      onPrimaryUndo: 'undo',
    }),
    followOn('citizenship', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'statsborgerskabet efter forældrene er ikke sikkert',
        'the citizenship derived from the parents is not certain',
      ),
      decides: 'worker',
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'birthDate' } },
    }),
    optional('protection', child, {
      parties: ['child'],
      when: say('forældrene beder om beskyttelse', 'the parents ask for protection'),
    }),
    optional('addressing-name', child, {
      parties: ['child'],
      when: say('navnet er længere end 34 tegn', 'the name is longer than 34 characters'),
      after: ['naming'],
      onPrimaryUndo: 'undo',
    }),
    optional('municipal-notes', child, { parties: ['child'] }),
  ],
  timers: [
    {
      deadline: 'naming-6-months',
      onExpiry: say(
        'navngivelsen mangler: mind forældrene om den, og send sagen til Familieretshuset',
        'the naming is missing: remind the parents, and send the case to the Agency of Family Law',
      ),
      effect: 'stuck',
    },
    {
      deadline: 'paternity-14-days',
      onExpiry: say(
        'faderskabet mangler: send sagen til Familieretshuset',
        'the paternity is missing: send the case to the Agency of Family Law',
      ),
      effect: 'stuck',
    },
  ],
  stuckWhen: [
    say(
      'navngivelse ikke registreret 6 måneder efter fødslen',
      'no naming registered 6 months after the birth',
    ),
    say(
      'en faderskabssag ligger hos Familieretshuset',
      'a paternity case is open at the Agency of Family Law',
    ),
    say(
      'moderen er ukendt, og ingen har identificeret hende',
      'the mother is unknown, and nobody has identified her',
    ),
  ],
  undo: {
    dataType: 'personnummer',
    steps: [
      undoStep('addressing-name@child', 'name.undo-current', 'addressingName'),
      undoStep('citizenship@child', 'citizenship.undo-current', 'citizenship'),
      undoStep('church-membership@child', 'church.undo-current', 'church'),
      undoStep('naming@child', 'name.undo-current', 'name'),
      undoStep('parental-authority@child', 'kinship.undo-current', 'parentalAuthority'),
      undoStep('co-maternity@child', 'kinship.undo-current', 'kinship'),
      undoStep('paternity@child', 'kinship.undo-current', 'kinship'),
      undoStep(null, 'personnummer.undo-current', 'person'),
    ],
    restores: [
      say(
        'nummeret annulleres (status 30) og bruges ikke igen',
        'the number is annulled (status 30), never re-used',
      ),
      say('barnet tages af moderen og faderen', 'the child link is taken off mother and father'),
    ],
    blockers: [childHasLifeOfItsOwn],
  },
  maintenance: maintenanceOf('personnummer'),
})
