import type { EventDefinition, Maintenance } from '@sagsgang/events'

import type { Action } from './authorize.ts'

const rightFor: Readonly<Record<Maintenance, Action>> = {
  correctCurrent: 'cases.correct',
  correctFormer: 'cases.correct',
  undoCurrent: 'cases.undo',
  undoFormer: 'cases.undo',
  reportFormer: 'cases.open',
}

/** What a case of this kind takes to be opened on its own: what undoes and corrects is a senior's to order. */
export function rightToOpen({ kind }: Pick<EventDefinition, 'kind'>): Action {
  return kind.type === 'event' ? 'cases.open' : rightFor[kind.operation]
}
