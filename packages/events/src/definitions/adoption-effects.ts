import type { Condition, EventEffect, Value } from '../effects.ts'
import { kindsThatBreak, sides } from '../rules/adoption-family.ts'
import type { Side } from '../rules/adoption-family.ts'
import { say } from '../text.ts'
import { endsIfThere } from './ends-if-there.ts'

const adopted = 'adopted person'
const words = {
  mother: { former: 'TM', new: 'NM', holder: '00003', who: say('moderen', 'mother') },
  father: { former: 'TF', new: 'NF', holder: '00004', who: say('faderen', 'father') },
} as const

const breaks: Condition = { field: 'adoptionKind', in: [...kindsThatBreak] }

function isAdopting(side: Side): Condition {
  return { party: `new ${side}`, known: true }
}

function isOne(party: string, other: string): Condition {
  return { not: { value: { pnrOf: party }, differsFrom: { pnrOf: other } } }
}

/** The parent there adopts too: nothing changes between the two. */
function stays(side: Side): Condition {
  return { all: [isAdopting(side), isOne(`former ${side}`, `new ${side}`)] }
}

function isReplaced(side: Side): Condition {
  return { all: [{ any: [breaks, isAdopting(side)] }, { not: stays(side) }] }
}

function otherSide(side: Side): Side {
  return side === 'mother' ? 'father' : 'mother'
}

/** On the adopted: the former parent goes, the new one comes. */
function parentOf(side: Side): readonly EventEffect[] {
  const { who } = words[side]
  return [
    {
      party: adopted,
      entity: 'kinship',
      operation: 'endRow',
      row: { relation: side },
      when: isReplaced(side),
      text: say(
        `den tidligere ${who.da} ophører på bevillingsdatoen`,
        `the former ${who.en} ends on the grant date`,
      ),
    },
    {
      party: adopted,
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: side, personnummer: { pnrOf: `new ${side}` } },
      when: { all: [isAdopting(side), { not: stays(side) }] },
      text: say(`den nye ${who.da} fra bevillingsdatoen`, `the new ${who.en} from the grant date`),
    },
  ]
}

/** On the parents: the child leaves the former one, unless that one adopts in the other's place. */
function childOf(side: Side): readonly EventEffect[] {
  const child: Value = { pnrOf: adopted }
  return [
    {
      party: `former ${side}`,
      entity: 'kinship',
      operation: 'endRow',
      row: { relation: 'child', personnummer: child },
      when: {
        all: [isReplaced(side), { not: isOne(`former ${side}`, `new ${otherSide(side)}`) }],
      },
      derivedMark: words[side].former,
      text: say('barnet tages af den tidligere forælder', 'the child leaves the former parent'),
    },
    {
      party: `new ${side}`,
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: 'child', personnummer: child },
      when: { not: { party: `new ${side}`, has: 'kinship', column: 'personnummer', in: [child] } },
      derivedMark: words[side].new,
      text: say('barnet på den nye forælder', 'the child on the new parent'),
    },
  ]
}

const isMinor: Condition = { party: adopted, under: 18 }

/** The one who adopts holds that very row already. */
function holdsAlready(side: Side): Condition {
  const row = { relation: words[side].holder, holderPersonnummer: { pnrOf: `new ${side}` } }
  return {
    value: { detail: 'start', ofRow: 'parentalAuthority', of: adopted, row },
    differsFrom: null,
  }
}

function authorityOf(side: Side): readonly EventEffect[] {
  const relation = words[side].holder
  return [
    {
      party: adopted,
      entity: 'parentalAuthority',
      operation: 'endRow',
      row: { relation },
      when: { all: [isMinor, breaks, { not: isAdopting(side) }] },
      text: say(
        'en tidligere forælders forældremyndighed ophører',
        'the parental authority of a former parent ends',
      ),
    },
    {
      party: adopted,
      entity: 'parentalAuthority',
      operation: 'appendRow',
      set: { relation, holderPersonnummer: { pnrOf: `new ${side}` } },
      when: { all: [isMinor, isAdopting(side), { not: holdsAlready(side) }] },
      text: say(
        'forældremyndighed hos adoptanten, når den adopterede er under 18',
        'parental authority with the adopter when the adopted person is under 18',
      ),
    },
  ]
}

/** Whoever held it without being a parent gives way to the parents. */
function authorityOfOther(relation: string): EventEffect {
  return {
    party: adopted,
    entity: 'parentalAuthority',
    operation: 'endRow',
    row: { relation },
    when: isMinor,
    text: say(
      'andres forældremyndighed ophører',
      'the parental authority of others than parents ends',
    ),
  }
}

function isDanish(party: string): Condition {
  return { party, has: 'citizenship', column: 'country', in: ['5100'] }
}

function isProtected(party: string, type = '00001'): Condition {
  return { party, has: 'protection', column: 'protectionType', in: [type] }
}

function endOfProtection(party: string): Value {
  return { detail: 'end', ofRow: 'protection', of: party, row: { protectionType: '00001' } }
}

/** Of name and address, and of the local directory that it brings along, for as long as the adopter has it. */
function protectionAs(type: '00001' | '00002'): EventEffect {
  const isNew: Condition = {
    all: [{ not: isProtected(adopted) }, { not: isProtected(adopted, type) }],
  }
  return {
    party: adopted,
    entity: 'protection',
    operation: 'appendRow',
    set: { protectionType: type },
    until: {
      choose: [{ when: isProtected('new mother'), value: endOfProtection('new mother') }],
      otherwise: endOfProtection('new father'),
    },
    when: { all: [{ any: [isProtected('new mother'), isProtected('new father')] }, isNew] },
    text: say('beskyttelse som i det nye hjem', 'protection copied from the new home'),
  }
}

/** Two families change at once: the one that the child leaves and the one that it comes to. */
export const adoptionEffects: readonly EventEffect[] = [
  ...sides.flatMap(parentOf),
  ...sides.flatMap(childOf),
  ...sides.flatMap(authorityOf),
  authorityOfOther('00005'),
  authorityOfOther('00006'),
  {
    party: adopted,
    entity: 'citizenship',
    operation: 'appendRow',
    set: { country: '5100' },
    when: {
      all: [
        { party: adopted, under: 12 },
        { any: [isDanish('new mother'), isDanish('new father')] },
        { not: isDanish(adopted) },
      ],
    },
    text: say(
      'dansk, når den adopterede er under 12 og en adoptant er dansk',
      'Danish when the adopted person is under 12 and an adopter is Danish',
    ),
  },
  protectionAs('00001'),
  protectionAs('00002'),
  endsIfThere(
    adopted,
    'sharedResidence',
    say(
      'delt bopæl med en tidligere forælder ophører',
      'shared residence with a former parent ends',
    ),
  ),
]
