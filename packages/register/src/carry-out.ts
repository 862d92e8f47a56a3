import type { Fields } from '@sagsgang/gctp'

import type { Store } from './store.ts'
import { callOf, judged, keyFaults } from './updates/calls.ts'
import { findUpdateService } from './updates/services.ts'

export interface Report {
  readonly service: string
  readonly keys: Fields
  readonly data: Fields
  readonly tables?: Readonly<Record<string, readonly Fields[]>>
}

/** Judged and written as a save does it, without the wire; null when the register objects. */
export function carryOut(store: Store, report: Report): Fields | null {
  const service = findUpdateService(report.service)
  if (service === undefined) throw new Error(`no service ${report.service}`)
  const call = callOf(store, { ...report, authority: '0001' })
  if (keyFaults(service, call).length > 0 || judged(service, call).length > 0) return null
  const { change, output } = service.write(call)
  store.keep(change)
  return output
}
