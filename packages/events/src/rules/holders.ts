import { holdersIn } from '../case-data.ts'
import type { Holder } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { currentRows, kinOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'

/** Holders of parental authority: a mother or father by the relation, anybody else by number. */

const parentOfRelation: Readonly<Record<string, 'mother' | 'father'>> = {
  '00003': 'mother',
  '00004': 'father',
}

/** The parent whom a relation stands for; undefined of one who need not be a parent. */
export function parentMeant(relation: string): 'mother' | 'father' | undefined {
  return parentOfRelation[relation]
}

/** A parent may stand by name alone. */
export function hasParent(child: PersonView, parent: 'mother' | 'father'): boolean {
  return currentRows(child, 'kinship').some(({ columns }) => columns['relation'] === parent)
}

/** Null of a parent whom the register has no number for. */
function numberOf(child: PersonView, { relation, personnummer }: Holder): string | null {
  const parent = parentMeant(relation)
  return personnummer || (parent && kinOf(child, parent)[0]) || null
}

/** Who the form says is to hold it, by number, or by relation where there is none. */
export function holdersGiven(child: PersonView, { data }: Facts): readonly string[] {
  return holdersIn(data, 'holders').map((holder) => numberOf(child, holder) ?? holder.relation)
}

/** Who holds it now, told in the same way. */
export function holdersNow(child: PersonView): readonly string[] {
  return currentRows(child, 'parentalAuthority').map(({ columns }) => {
    const relation = columns['relation'] ?? ''
    const personnummer = columns['holderPersonnummer'] ?? ''
    return numberOf(child, { relation, personnummer }) ?? relation
  })
}
