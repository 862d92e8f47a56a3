import type { Choice, Condition, EventEffect, Value } from '../effects.ts'
import { say } from '../text.ts'

const birthDate: Value = { field: 'birthDate' }

function ofMother(column: string): Value {
  return { current: 'address', of: 'mother', column, onEventDate: true }
}

/** A number given without residence stands under a municipality where nobody lives. */
const fictive = ['0010', '0011', '0012', '0019']

const hasHome: Condition = {
  all: [
    { party: 'mother', has: 'address', onEventDate: true },
    {
      not: {
        party: 'mother',
        has: 'address',
        column: 'municipalityCode',
        in: fictive,
        onEventDate: true,
      },
    },
  ],
}

function isDanish(party: string): Condition {
  return { party, has: 'citizenship', column: 'country', in: ['5100'] }
}

const areMarried: Condition = {
  all: [
    { party: 'father', known: true },
    {
      party: 'mother',
      has: 'civilStatus',
      column: 'spousePersonnummer',
      in: [{ pnrOf: 'father' }],
      onEventDate: true,
    },
    { party: 'mother', has: 'civilStatus', column: 'civilStatus', in: ['G'], onEventDate: true },
    { not: { party: 'mother', has: 'separation', onEventDate: true } },
  ],
}

const danishThroughParent: Choice = {
  when: { any: [isDanish('mother'), isDanish('father')] },
  value: '5100',
}

const isMotherProtected: Condition = {
  party: 'mother',
  has: 'protection',
  column: 'protectionType',
  in: ['00001'],
}

/** Of name and address, and of the local directory that it brings along, for as long as the mother has it. */
function protectionAs(type: '00001' | '00002'): EventEffect {
  return {
    party: 'child',
    entity: 'protection',
    operation: 'appendRow',
    set: { protectionType: type },
    until: { detail: 'end', ofRow: 'protection', of: 'mother', row: { protectionType: '00001' } },
    when: isMotherProtected,
    text: say(
      'navne- og adressebeskyttelse som moderens',
      'name and address protection copied from the mother',
    ),
  }
}

/** A child is made of the mother's address, the parents' citizenship and what the notification says. */
export const birthEffects: readonly EventEffect[] = [
  {
    party: 'child',
    entity: 'person',
    operation: 'assign',
    text: say('et ledigt nummer efter fødselsdato og køn', 'a free number for birth date and sex'),
  },
  {
    party: 'child',
    entity: 'person',
    operation: 'create',
    set: {
      status: {
        choose: [
          {
            when: { all: [hasHome, { party: 'mother', has: 'address' }] },
            value: { derive: 'residenceStatus', of: 'mother' },
          },
          { when: hasHome, value: '01' },
        ],
        otherwise: '20',
      },
      statusDate: birthDate,
      sex: { field: 'sex' },
      birthDate,
    },
    text: say(
      'personstatus efter moderens adresse, 20 hvis barnet ingen adresse får',
      'status after the mother’s address, 20 when the child gets no address',
    ),
  },
  {
    party: 'child',
    entity: 'address',
    operation: 'appendRow',
    set: {
      municipalityCode: ofMother('municipalityCode'),
      streetCode: ofMother('streetCode'),
      houseNumber: ofMother('houseNumber'),
      floor: ofMother('floor'),
      door: ofMother('door'),
      buildingNumber: ofMother('buildingNumber'),
      careOf: ofMother('careOf'),
    },
    when: hasHome,
    text: say('moderens adresse på fødselsdatoen', 'the mother’s address on the birth date'),
  },
  {
    party: 'child',
    entity: 'civilStatus',
    operation: 'appendRow',
    set: { civilStatus: 'U' },
    text: say('ugift', 'unmarried'),
  },
  {
    party: 'child',
    entity: 'citizenship',
    operation: 'appendRow',
    set: {
      country: {
        choose: [danishThroughParent],
        otherwise: {
          first: [
            { current: 'citizenship', of: 'mother', column: 'country' },
            { current: 'citizenship', of: 'father', column: 'country' },
            '5999',
          ],
        },
      },
    },
    text: say(
      'dansk, når en forælder er det; ellers moderens, ellers faderens, ellers ukendt',
      'Danish when a parent is, else the mother’s, else the father’s, else unknown',
    ),
  },
  {
    party: 'child',
    entity: 'church',
    operation: 'appendRow',
    set: { churchRelation: 'A' },
    text: say('folkekirkeforhold afventer', 'church relation waits'),
  },
  {
    party: 'child',
    entity: 'birthRegistration',
    operation: 'appendRow',
    set: { birthAuthority: { field: 'birthAuthority' }, birthPlace: { field: 'birthPlace' } },
    text: say(
      'fødselsregistreringssted og fødested',
      'birth registration authority and place of birth',
    ),
  },
  {
    party: 'child',
    entity: 'name',
    operation: 'keep',
    text: say('intet navn før navngivelsen', 'no name row until naming'),
  },
  {
    party: 'child',
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation: 'mother', personnummer: { pnrOf: 'mother' } },
    when: { party: 'mother', known: true },
    text: say('moderen på barnet', 'the mother on the child'),
  },
  {
    party: 'child',
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation: 'father', personnummer: { pnrOf: 'father' } },
    when: { party: 'father', known: true },
    text: say('faderen eller medmoderen på barnet', 'the father or co-mother on the child'),
  },
  {
    party: 'mother',
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation: 'child', personnummer: { pnrOf: 'child' } },
    derivedMark: 'MO',
    text: say('barnet på moderen', 'the child on the mother'),
  },
  {
    party: 'father',
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation: 'child', personnummer: { pnrOf: 'child' } },
    when: { field: 'fatherPersonnummer', given: true },
    derivedMark: 'FA',
    text: say('barnet på faderen eller medmoderen', 'the child on the father or co-mother'),
  },
  {
    party: 'child',
    entity: 'parentalAuthority',
    operation: 'appendRow',
    set: { relation: '00003', holderPersonnummer: { pnrOf: 'mother' } },
    when: { party: 'mother', known: true },
    text: say('forældremyndighed hos moderen', 'parental authority with the mother'),
  },
  {
    party: 'child',
    entity: 'parentalAuthority',
    operation: 'appendRow',
    set: { relation: '00004', holderPersonnummer: { pnrOf: 'father' } },
    when: areMarried,
    text: say(
      'og hos faderen eller medmoderen, når de er gift og ikke separerede',
      'and with the father or co-mother when the two are married and not separated',
    ),
  },
  protectionAs('00001'),
  protectionAs('00002'),
]
