import { defineEvent } from '../define-event.ts'
import { authority, date, pnr, text } from '../fields.ts'
import { optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { laterCivilStatus, remarried } from '../rules/couple-blockers.ts'
import { marriageAnnulmentRules } from '../rules/marriage-annulment-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer } from './event-fields.ts'
import { asBefore, partingEffects } from './parting-effects.ts'
import { authorityAfter, endOfSeparation, nameAfter } from './parting-follow-ons.ts'

const may = [reporters.court, reporters['family-law-house']]
const parting = { other: 'spouse', dateField: 'annulmentDate', authorityField: 'court' } as const

/** The wedding stood and does not any more; one that never was is undone instead. */
export const marriageAnnulment = defineEvent({
  id: 'marriage-annulment',
  name: say('Vielse - omstødelse', 'Marriage - annulment'),
  service: 'VIELSO-I',
  eventCodes: ['Z06'],
  role: 'primary',
  reporters: may,
  dateField: 'annulmentDate',
  deadlines: [],
  fields: {
    personnummer,
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      key: 'SPNR',
      required: true,
    }),
    annulmentDate: date(say('Omstødelsesdato', 'Annulment date'), { wire: 'HDTO', required: true }),
    court: authority(say('Ret', 'Court'), { wire: 'MYNKOD', required: true }),
    judgment: text(60, say('Dom', 'Judgment'), { required: true }),
    dateUncertain,
  },
  rules: [access(may), ...marriageAnnulmentRules],
  parties: {
    person: { field: 'personnummer' },
    spouse: { field: 'spousePersonnummer' },
    'joint children': { childrenOf: 'person', and: 'spouse', under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: ['civil-status', 'separation', 'family', 'names'],
  effects: partingEffects({
    other: 'spouse',
    mark: 'ÆG',
    set: asBefore,
    text: say(
      'civilstanden før vielsen; ugift, når der ingen var',
      'the civil status before the wedding; unmarried when there was none',
    ),
  }),
  followOns: [
    nameAfter(parting, say('personen og ægtefællen', 'person and spouse'), {
      when: say('det tidligere navn tages tilbage', 'the former name is taken back'),
      onPrimaryUndo: 'undo',
    }),
    endOfSeparation(parting, { whom: say('personen', 'person'), reason: 'CORRECTION' }),
    optional('move', say('personen eller ægtefællen', 'person or spouse'), {
      parties: ['person', 'spouse'],
    }),
    authorityAfter('annulmentDate', say('børnene', 'children'), { mode: 'optional' }),
  ],
  timers: [],
  stuckWhen: [say('dommen er ikke endelig', 'the judgment is not final')],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('parental-authority@children', 'kinship.undo-current', 'parentalAuthority', {
        policy: 'review',
      }),
      undoStep('separation-cessation@person', 'separation.undo-current', 'separation', {
        together: true,
      }),
      undoStep('name-change@person-and-spouse', 'name.undo-current', 'name'),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [say('G for begge', 'G for both')],
    blockers: [
      laterCivilStatus({
        id: 'later-marriage',
        text: say(
          'et senere ægteskab er registreret: fortryd det først',
          'a later marriage exists: undo it first',
        ),
        parties: ['person', 'spouse'],
        dateField: 'annulmentDate',
        statuses: remarried,
      }),
    ],
  },
  maintenance: maintenanceOf('civil-status'),
})
