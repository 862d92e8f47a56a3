import type { EventEffect } from '../effects.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

/** A father and a co-mother are registered on one form and by one service. */
export interface SecondParent {
  readonly party: 'father' | 'co-mother'
  /** In the definite form: `the father`. */
  readonly who: Text
  /** `Fars personnummer` is the number `of the father`. */
  readonly of: Text
}

const newParent: Readonly<Record<SecondParent['party'], string>> = {
  father: 'NF',
  'co-mother': 'NM',
}

/** Two women's child has the second one where others have a father. */
export function secondParentEffects(parent: SecondParent): readonly EventEffect[] {
  const { party, who } = parent
  return [
    {
      party: 'child',
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: 'father', personnummer: { pnrOf: party } },
      when: { party, known: true },
      text: say(`${who.da} fra virkningsdatoen`, `${who.en} from the start date`),
    },
    {
      party,
      entity: 'kinship',
      operation: 'appendRow',
      set: { relation: 'child', personnummer: { pnrOf: 'child' } },
      derivedMark: newParent[party],
      text: say(`barnet på ${who.da}`, `the child on ${who.en}`),
    },
    {
      party: 'child',
      entity: 'parentalAuthority',
      operation: 'keep',
      text: say(
        'uændret; fælles forældremyndighed følger som egen hændelse',
        'unchanged; joint authority comes with the follow-on parental-authority',
      ),
    },
    {
      party: 'child',
      entity: 'citizenship',
      operation: 'appendRow',
      set: { country: '5100' },
      when: {
        all: [
          { party, has: 'citizenship', column: 'country', in: ['5100'] },
          { not: { party: 'child', has: 'citizenship', column: 'country', in: ['5100'] } },
        ],
      },
      text: say(`dansk gennem ${who.da}`, `Danish through ${who.en}`),
    },
    namedByText(parent),
  ]
}

function namedByText({ party, who }: SecondParent): EventEffect {
  return {
    party: 'child',
    entity: 'kinship',
    operation: 'appendRow',
    set: {
      relation: 'father',
      personnummer: null,
      name: { field: 'parentName' },
      birthDate: { field: 'parentBirthDate' },
    },
    when: { party, known: false },
    text: say(
      `navn og fødselsdato på ${who.da}, når der intet personnummer er`,
      `name and birth date of ${who.en} where there is no personnummer`,
    ),
  }
}
