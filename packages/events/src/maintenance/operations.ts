import type { Maintenance } from '../define-event.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

export interface Operation {
  /** What follows the data type in the id: `name.undo-current`. */
  readonly id: string
  /** What follows the data type in the service's id: `NAVN-F`. */
  readonly suffix: 'R' | 'F' | 'T'
  readonly name: Text
}

/** The five ways to maintain what stands. Which row is meant, the time stamp says: current and former share a service. */
export const operations: Readonly<Record<Maintenance, Operation>> = {
  correctCurrent: {
    id: 'correct-current',
    suffix: 'R',
    name: say('ret nuværende', 'correct current'),
  },
  correctFormer: {
    id: 'correct-former',
    suffix: 'R',
    name: say('ret tidligere', 'correct former'),
  },
  undoCurrent: { id: 'undo-current', suffix: 'F', name: say('fortryd nuværende', 'undo current') },
  undoFormer: { id: 'undo-former', suffix: 'F', name: say('fortryd tidligere', 'undo former') },
  reportFormer: {
    id: 'report-former',
    suffix: 'T',
    name: say('indberet tidligere', 'report former'),
  },
}
