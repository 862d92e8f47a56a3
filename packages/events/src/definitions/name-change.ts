import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { code, date, flag, name, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { needsAddressingName } from '../rules/name-conditions.ts'
import { mustConsent, nameChangeRules, owesFee } from '../rules/name-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { nameColumns } from './name-columns.ts'

const may = [reporters.parish, reporters['civil-registrar'], reporters['family-law-house']]

export const nameChange = defineEvent({
  id: 'name-change',
  name: say('Navneændring', 'Name change'),
  service: 'NAVNA-I',
  eventCodes: ['A13', 'P58'],
  role: 'either',
  reporters: may,
  dateField: 'nameDate',
  deadlines: ['marriage-name-3-months'],
  fields: {
    personnummer,
    nameDate: date(say('Virkningsdato', 'Name date'), { wire: 'HDTO', required: true }),
    firstNames: name(50, say('Fornavne', 'First names'), { wire: 'FORNVN', required: true }),
    middleName: name(40, say('Mellemnavn', 'Middle name'), { wire: 'MELNVN' }),
    lastName: name(40, say('Efternavn', 'Surname'), { wire: 'EFTERNVN', required: true }),
    ground: code('name-grounds', say('Grundlag', 'Ground'), { required: true }),
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      hint: say(
        'hentes fra civilstanden; tom for en ægtefælle uden nummer',
        'filled in from the civil status; empty for a spouse without a number',
      ),
    }),
    consentOfChild: flag(say('Barnets samtykke', 'Consent of the child'), {
      requiredWhen: {
        text: say(
          'når personen er 12-17 år på virkningsdatoen',
          'when the person is 12 to 17 years old on the name date',
        ),
        holds: mustConsent,
      },
    }),
    feePaid: flag(say('Gebyr betalt', 'Fee paid'), {
      requiredWhen: {
        text: say(
          'ved ansøgning, eller vielse uden fælles navn',
          'for an application, or a wedding without a common name',
        ),
        holds: owesFee,
        readsRegister: true,
      },
    }),
    documentation: text(60, say('Afgørelse', 'Decision')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...nameChangeRules],
  parties: {
    person: { field: 'personnummer' },
    spouse: { field: 'spousePersonnummer' },
    children: { childrenOf: 'person', under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: ['names', 'civil-status', 'family', 'birth-registration', 'citizenship'],
  effects: [
    {
      party: 'person',
      entity: 'name',
      operation: 'appendRow',
      set: nameColumns,
      text: say('nyt navn; det tidligere ophører', 'new name; the former row ends'),
    },
    {
      party: 'person',
      entity: 'addressingName',
      operation: 'set',
      set: { addressingName: { derive: 'addressingName', of: 'person' } },
      when: { addressingNameDerived: 'person' },
      text: say(
        'dannes af det nye navn, medmindre det gamle var valgt i hånden',
        'rebuilt from the new name, unless the old one was chosen by hand',
      ),
    },
  ],
  followOns: [
    followOn('addressing-name', say('personen', 'person'), {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'navnet er længere end 34 tegn, eller adresseringsnavnet var valgt i hånden',
        'the name is longer than 34 characters, or the addressing name was chosen by hand',
      ),
      decides: 'engine',
      condition: needsAddressingName,
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'nameDate' } },
    }),
    optional('name-change', say('børn under 18', 'children under 18'), {
      parties: ['children'],
      when: say('ansøgt samtidig', 'filed together'),
      onPrimaryUndo: 'undo',
      prefill: {
        nameDate: { field: 'nameDate' },
        ground: { field: 'ground' },
        lastName: { field: 'lastName' },
      },
    }),
  ],
  timers: [],
  stuckWhen: [
    say('gebyret er ikke betalt', 'the fee is not paid'),
    say('navnet kræver en afgørelse', 'the name needs a decision'),
  ],
  undo: {
    dataType: 'name',
    steps: [
      undoStep('name-change@children-under-18', 'name.undo-current', 'name'),
      undoStep('addressing-name@person', 'name.undo-current', 'addressingName'),
      undoStep(null, 'name.undo-current', 'name'),
    ],
    restores: [
      say('det tidligere navn gælder igen', 'the former name holds again'),
      say('det tidligere adresseringsnavn', 'the former addressing name'),
    ],
    blockers: [
      blockedByLater(
        { party: 'person', entity: 'name', dateField: 'nameDate' },
        {
          id: 'later-name',
          text: say('en senere navneændring er registreret', 'a later name change is registered'),
        },
      ),
    ],
  },
  maintenance: maintenanceOf('name'),
})
