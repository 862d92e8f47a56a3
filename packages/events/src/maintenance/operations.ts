import type { Maintenance } from '../define-event.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

export interface Operation {
  readonly act: 'correct' | 'undo' | 'report'
  /** What follows the data type in the service's id: `NAVN-F`. */
  readonly suffix: 'R' | 'F' | 'T'
  readonly name: Text
}

/** The five ways to maintain what stands. Which row is meant, the time stamp says: current and former share a service. */
export const operations: Readonly<Record<Maintenance, Operation>> = {
  correctCurrent: {
    act: 'correct',
    suffix: 'R',
    name: say('ret nuværende', 'correct current'),
  },
  correctFormer: {
    act: 'correct',
    suffix: 'R',
    name: say('ret tidligere', 'correct former'),
  },
  undoCurrent: { act: 'undo', suffix: 'F', name: say('fortryd nuværende', 'undo current') },
  undoFormer: { act: 'undo', suffix: 'F', name: say('fortryd tidligere', 'undo former') },
  reportFormer: {
    act: 'report',
    suffix: 'T',
    name: say('indberet tidligere', 'report former'),
  },
}
