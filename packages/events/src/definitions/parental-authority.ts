import { defineEvent } from '../define-event.ts'
import { authority, date, holderList, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { ofAgeByNow } from '../rules/parental-authority-blockers.ts'
import { isHeldByOne } from '../rules/parental-authority-conditions.ts'
import { parentalAuthorityRules } from '../rules/parental-authority-rules.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { dateUncertain } from './event-fields.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const child = say('barnet', 'child')
const may = [
  reporters['family-law-house'],
  reporters.court,
  reporters.municipality,
  reporters.parish,
]

export const parentalAuthority = defineEvent({
  id: 'parental-authority',
  name: say('Forældremyndighed', 'Parental authority'),
  service: 'FORMYN-I',
  toldBy: { code: 'SLETDATO', given: false },
  eventCodes: ['P40'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: ['majority-18'],
  fields: {
    personnummer: pnr(say('Barnets personnummer', 'Personnummer of the child'), {
      key: 'PNR',
      required: true,
    }),
    holders: holderList(say('Indehavere', 'Holders'), {
      wire: ['RELTYP', 'RELPNR'],
      required: true,
      hint: say(
        '00003 mor, 00004 far eller medmor; 00005 og 00006 andre med deres personnummer',
        '00003 mother, 00004 father or co-mother; 00005 and 00006 others with their personnummer',
      ),
    }),
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    deciding: authority(say('Afgørende myndighed', 'Deciding authority'), {
      wire: 'MYNKOD',
      required: true,
    }),
    decision: text(60, say('Aftale, afgørelse eller dom', 'Agreement, decision or judgment'), {
      required: true,
    }),
    dateUncertain,
  },
  rules: [access(may), ...parentalAuthorityRules],
  parties: {
    child: { field: 'personnummer' },
    holders: { field: 'holders' },
    mother: { parentOf: 'child', relation: 'mother' },
    father: { parentOf: 'child', relation: 'father' },
  },
  reads: ['mother', 'father'],
  reportedFor: ['child'],
  lookups: ['family', 'civil-status', 'address', 'shared-residence', 'guardian'],
  effects: [
    {
      party: 'child',
      entity: 'parentalAuthority',
      operation: 'endRows',
      text: say(
        'de tidligere indehaveres del ophører på startdatoen',
        'the share of the former holders ends on the start date',
      ),
    },
    {
      party: 'child',
      entity: 'parentalAuthority',
      operation: 'appendRow',
      each: 'holders',
      set: {
        relation: { item: 'relation' },
        holderPersonnummer: {
          first: [
            { item: 'personnummer' },
            {
              choose: [
                { when: { item: 'relation', in: ['00003'] }, value: { pnrOf: 'mother' } },
                { when: { item: 'relation', in: ['00004'] }, value: { pnrOf: 'father' } },
              ],
              otherwise: null,
            },
          ],
        },
      },
      text: say('en række for hver indehaver', 'one row for each holder'),
    },
    {
      party: 'child',
      entity: 'sharedResidence',
      operation: 'endRow',
      when: {
        all: [
          { field: 'holders', items: 1 },
          { party: 'child', has: 'sharedResidence' },
        ],
      },
      text: say(
        'delt bopæl ophører, når kun en har forældremyndigheden',
        'shared residence ends when only one holder remains',
      ),
    },
  ],
  followOns: [
    optional('shared-residence-registration', child, {
      parties: ['child'],
      when: say('begge forældre har den og er enige', 'both parents hold it and agree'),
      prefill: { startDate: { field: 'startDate' } },
    }),
    optional('move', child, {
      parties: ['child'],
      when: say('barnets hjem skifter', 'the child’s home changes'),
    }),
    followOn('guardian', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'en værge beskikkes for barnet ved siden af eller i stedet for indehaverne',
        'a guardian is appointed for the child beside or instead of the holders',
      ),
      decides: 'worker',
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'startDate' } },
    }),
    optional('name-change', child, { parties: ['child'] }),
    followOn('shared-residence-cessation', child, {
      parties: ['child'],
      mode: 'derived',
      when: say('kun en forælder har den bagefter', 'only one parent holds it afterwards'),
      condition: isHeldByOne,
      isFor: hasSharedResidence,
      onPrimaryUndo: 'undo',
      prefill: {
        ...sharedResidenceEnded('child', { dateField: 'startDate', reason: 'ONE-SIDED' }),
        authority: { field: 'deciding' },
      },
    }),
  ],
  timers: [
    {
      deadline: 'majority-18',
      onExpiry: say('rækkerne ophører af sig selv ved 18 år', 'rows end by themselves at 18'),
      effect: 'note',
    },
  ],
  stuckWhen: [say('afgørelsen er ikke endelig', 'the decision is not final')],
  undo: {
    dataType: 'kinship',
    steps: [
      undoStep(
        'shared-residence-cessation@child',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('guardian@child', 'person-other.undo-current', 'guardian'),
      undoStep(null, 'kinship.undo-current', 'parentalAuthority'),
    ],
    restores: [
      say('de tidligere indehaveres rækker er åbne igen', 'the former holders’ rows open again'),
    ],
    blockers: [ofAgeByNow],
  },
  maintenance: maintenanceOf('kinship'),
})
