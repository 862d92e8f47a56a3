import type { ServiceRow } from './describe.ts'
import { type MaintainedData, maintainedData } from './maintained-data.ts'

interface Operation {
  readonly da: string
  readonly en: string
  readonly keys: string
  readonly hasFields: boolean
}

const operations: Readonly<Record<string, Operation>> = {
  R: { da: 'ret', en: 'correct current or former data', keys: 'PNR! TIMSTP!', hasFields: true },
  F: { da: 'fortryd', en: 'undo current or former data', keys: 'PNR! TIMSTP!', hasFields: false },
  T: { da: 'indberet tidligere', en: 'report former data', keys: 'PNR!', hasFields: true },
}

const period = 'STARTDATO STARTDATOUSM SLUTDATO SLUTDATOUSM MYNKOD'

/** Services that correct (-R) or undo (-F) stored data, or report former data (-T). */
export const maintenanceServices: readonly ServiceRow[] = maintainedData.flatMap((data) =>
  Object.entries(operations)
    .filter(([suffix]) => data.operations.includes(suffix))
    .map(([suffix, operation]) => describe(data, suffix, operation)),
)

function describe(data: MaintainedData, suffix: string, operation: Operation): ServiceRow {
  return {
    id: `${data.id}-${suffix}`,
    name: { da: `${data.da} - ${operation.da}`, en: `${data.en}: ${operation.en}` },
    keys: operation.keys,
    input: operation.hasFields ? `${period} ${data.fields}` : '',
    output: 'PNR TIMSTP AKM',
    modelled: true,
  }
}
