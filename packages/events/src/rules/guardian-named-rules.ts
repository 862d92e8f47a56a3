import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { FieldSpec } from '../fields.ts'
import { say } from '../text.ts'
import { fmtLines, ofList } from './form-rules.ts'

/** How a form names a guardian: by number, by name and address, or not at all. */
type Named = 'guardianRelation' | 'guardianPersonnummer' | 'guardianName' | 'guardianAddress'

export const byNumber = '00001'
export const byAddress = '00002'
const notInRegister = '00000'

interface Naming {
  readonly needs: readonly Named[]
  readonly excludes: readonly Named[]
}

const namings: Readonly<Record<string, Naming>> = {
  [byNumber]: { needs: ['guardianPersonnummer'], excludes: [] },
  [byAddress]: {
    needs: ['guardianName', 'guardianAddress'],
    excludes: ['guardianPersonnummer'],
  },
  [notInRegister]: {
    needs: [],
    excludes: ['guardianPersonnummer', 'guardianName', 'guardianAddress'],
  },
}

export function isGuardianNamed({ data }: Pick<Facts, 'data'>): boolean {
  return [byNumber, byAddress].includes(textOf(data, 'guardianRelation'))
}

const named = {
  [byNumber]: say(
    'når værgen nævnes ved personnummer (00001)',
    'when the guardian is named by personnummer (00001)',
  ),
  [byAddress]: say(
    'når værgen nævnes ved navn og adresse (00002)',
    'when the guardian is named by name and address (00002)',
  ),
}

export function neededWith(relation: keyof typeof named): NonNullable<FieldSpec['requiredWhen']> {
  return {
    text: named[relation],
    holds: ({ data }) => textOf(data, 'guardianRelation') === relation,
  }
}

const relationFields: RuleSpec<Named> = {
  id: 'relation-fields',
  layer: 'cross-field',
  severity: 'error',
  basis: 'inferred',
  fields: ['guardianRelation'],
  message: say(
    'Værgerelation 00001 kræver et personnummer, 00002 navn og adresse uden personnummer, og ved 00000 må ingen af delene stå der',
    'Guardian relation 00001 needs a personnummer, 00002 a name and address without one, and 00000 takes neither',
  ),
  isRaised: ({ data }) => {
    const naming = namings[textOf(data, 'guardianRelation')]
    if (!naming) return false
    return (
      naming.needs.some((field) => !isGiven(data, field)) ||
      naming.excludes.some((field) => isGiven(data, field))
    )
  },
}

/** `suffix` tells the relation's rule from one about another code. */
export function guardianNamedRules(suffix = ''): readonly RuleSpec<Named>[] {
  return [
    ofList(
      {
        field: 'guardianRelation',
        what: say('værgerelationen', 'the guardian relation'),
        suffix,
      },
      'guardian-relations',
    ),
    fmtLines({ field: 'guardianAddress', what: say('værgens adresse', 'the guardian’s address') }),
    relationFields,
  ]
}
