import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { code, date, name, pnr, pnrList, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { fmtDate, late, noFuture, notBeforeBirth } from '../rules/date-rules.ts'
import { filledIn } from '../rules/form-rules.ts'
import { isAddressingNameTooLong } from '../rules/name-conditions.ts'
import { namePartRules } from '../rules/name-part-rules.ts'
import { approvedName, noNameYet, signedByHolders, surnameSource } from '../rules/naming-rules.ts'
import { personRules } from '../rules/person-rules.ts'
import { evenDead } from '../rules/person-statuses.ts'
import { say } from '../text.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'
import { nameColumns } from './name-columns.ts'

const child = say('barnet', 'the child')
const forChild = say('barnet', 'child')
const namingDate = {
  field: 'namingDate',
  what: say('navngivelsesdatoen', 'the naming date'),
} as const
const may = [reporters.parish, reporters['civil-registrar'], reporters['family-law-house']]

const rules = [
  access(may),
  ...personRules({
    field: 'personnummer',
    who: child,
    statuses: evenDead,
    statusText: say(
      'barnet skal have personstatus 01, 03, 05, 07, 20, 70 eller 80, eller 90 hvis det døde uden navn',
      'the child must have person status 01, 03, 05, 07, 20, 70 or 80, or 90 when it died unnamed',
    ),
  }),
  fmtDate(namingDate),
  noFuture(namingDate),
  late(namingDate, 'naming-6-months'),
  notBeforeBirth(namingDate, { people: ['personnummer'], who: child }),
  ...namePartRules,
  filledIn(
    ['firstNames', 'lastName'],
    say('mindst ét fornavn og et efternavn', 'at least one first name and a surname'),
  ),
  noNameYet,
  surnameSource,
  approvedName,
  signedByHolders,
]

export const naming = defineEvent({
  id: 'naming',
  name: say('Navngivelse', 'Naming (first name of a child)'),
  service: 'NAVNG-I',
  eventCodes: ['A14'],
  role: 'either',
  reporters: may,
  dateField: 'namingDate',
  deadlines: ['naming-6-months'],
  fields: {
    personnummer: pnr(say('Barnets personnummer', 'Personnummer of the child'), {
      key: 'PNR',
      required: true,
    }),
    namingDate: date(say('Navngivelsesdato', 'Naming date'), { wire: 'HDTO', required: true }),
    firstNames: name(50, say('Fornavne', 'First names'), { wire: 'FORNVN', required: true }),
    middleName: name(40, say('Mellemnavn', 'Middle name'), { wire: 'MELNVN' }),
    lastName: name(40, say('Efternavn', 'Surname'), { wire: 'EFTERNVN', required: true }),
    namingKind: code('naming-kinds', say('Navngivelsestype', 'Kind of naming'), { required: true }),
    applicants: pnrList(say('Ansøgere', 'Applicants'), {
      required: true,
      hint: say(
        'alle, der har forældremyndighed; er personen myndig, så personen selv',
        'everyone who holds parental authority; somebody of age applies alone',
      ),
    }),
    documentation: text(60, say('Anmeldelse', 'Notification')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules,
  parties: {
    child: { field: 'personnummer' },
    mother: { parentOf: 'child', relation: 'mother' },
    father: { parentOf: 'child', relation: 'father' },
  },
  reads: ['mother', 'father'],
  reportedFor: ['child'],
  lookups: ['names', 'family', 'birth-registration', 'church', 'citizenship'],
  effects: [
    {
      party: 'child',
      entity: 'name',
      operation: 'appendRow',
      set: nameColumns,
      text: say(
        'for-, mellem- og efternavn fra navngivelsesdatoen',
        'first, middle and surname from the naming date',
      ),
    },
    {
      party: 'child',
      entity: 'addressingName',
      operation: 'set',
      set: { addressingName: { derive: 'addressingName', of: 'child' } },
      text: say(
        'adresseringsnavn af fornavne og efternavn, højst 34 tegn',
        'addressing name of first names and surname, at most 34 characters',
      ),
    },
  ],
  followOns: [
    followOn('addressing-name', forChild, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('navnet er længere end 34 tegn', 'the name is longer than 34 characters'),
      decides: 'engine',
      condition: isAddressingNameTooLong,
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'namingDate' } },
    }),
    followOn('church-membership', forChild, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('barnet navngives ved dåb', 'the child is named by baptism'),
      decides: 'engine',
      condition: { field: 'namingKind', in: ['BAPTISM'] },
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'namingDate' }, churchRelation: 'F', act: 'BAPTISM' },
    }),
  ],
  timers: [
    {
      deadline: 'naming-6-months',
      onExpiry: say(
        'barnet har intet navn: sagen går til Familieretshuset',
        'the child has no name: the case goes to the Agency of Family Law',
      ),
      effect: 'stuck',
    },
  ],
  stuckWhen: [
    say('navnet er ikke godkendt', 'the name is not approved'),
    say('underskrifter mangler', 'signatures are missing'),
  ],
  undo: {
    dataType: 'name',
    steps: [
      undoStep('church-membership@child', 'church.undo-current', 'church'),
      undoStep('addressing-name@child', 'name.undo-current', 'addressingName'),
      undoStep(null, 'name.undo-current', 'name'),
    ],
    restores: [say('barnet er igen uden navn', 'the child is without name again')],
    blockers: [
      blockedByLater(
        { party: 'child', entity: 'name', dateField: 'namingDate' },
        {
          id: 'later-name',
          text: say('en senere navneændring er registreret', 'a later name change is registered'),
        },
      ),
    ],
  },
  maintenance: maintenanceOf('name'),
})
