import type { Maintenance } from './define-event.ts'

/** The ways of maintaining a kind of data, and the ending of each one's id. */
export const operationWords = {
  correctCurrent: 'correct-current',
  correctFormer: 'correct-former',
  undoCurrent: 'undo-current',
  undoFormer: 'undo-former',
  reportFormer: 'report-former',
} as const satisfies Record<Maintenance, string>

const everyOperation: readonly Maintenance[] = [
  'correctCurrent',
  'correctFormer',
  'undoCurrent',
  'undoFormer',
  'reportFormer',
]

/** A number that was changed is no row to correct, and other person data have no past to report. */
const operationsOfSome: Readonly<Record<string, readonly Maintenance[]>> = {
  personnummer: ['correctCurrent', 'undoCurrent', 'undoFormer'],
  'person-other': ['correctCurrent', 'correctFormer', 'undoCurrent', 'undoFormer'],
}

export function operationsOn(dataType: string): readonly Maintenance[] {
  return operationsOfSome[dataType] ?? everyOperation
}

/** Ids of all of them, `name.undo-current` and its like. */
export function maintenanceOf(dataType: string): readonly string[] {
  return operationsOn(dataType).map((operation) => `${dataType}.${operationWords[operation]}`)
}
