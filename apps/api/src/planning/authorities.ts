import { authorityNameOf, authorityTypeOf, textOf } from '@sagsgang/events'

import { keptByAuthority } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import type { CaseNode } from './case-tree.ts'

/** The CPR office may change any row. */
const cprOffice = '39'

/** Only who documents a row, or reported it, may change it: of what is another's the register refuses a change. */
export function anothers(
  { stored, definition }: Pick<CaseNode, 'stored' | 'definition'>,
  authority: string,
): readonly Obstacle[] {
  const documentedBy = definition.fields
    .filter(({ wire }) => wire.includes('MYNKOD'))
    .map(({ name }) => textOf(stored.snapshot.context.data, name))
    .filter((code) => code !== '')
  const isOurs =
    authorityTypeOf(authority) === cprOffice ||
    [stored.authority, ...documentedBy].includes(authority)
  return isOurs ? [] : [keptByAuthority(definition.name, authorityNameOf(stored.authority))]
}
