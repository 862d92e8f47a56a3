/** Ids of the operations that maintain a kind of data. Numbers are never reported late. */
const operations = [
  'correct-current',
  'correct-former',
  'undo-current',
  'undo-former',
  'report-former',
]

export function maintenanceOf(dataType: string): readonly string[] {
  const available =
    dataType === 'personnummer' ? ['correct-current', 'undo-current', 'undo-former'] : operations
  return available.map((operation) => `${dataType}.${operation}`)
}
