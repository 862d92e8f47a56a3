import type { Entity } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'

import type { ShownRow } from '../control.ts'
import { stampOf } from '../play.ts'
import type { Play } from '../play.ts'

/** What the tests of maintenance say to a register: each has one of its own, so it is asked for anew. */
export function maintainerOf(register: () => Play) {
  return {
    stampOf: (kind: string, pnr: string, place = 0): Promise<string> =>
      stampOf(register(), kind, pnr, place),
    maintain: (service: string, keys: Fields, data: Fields = {}, authority = '0001') =>
      register().report({ service, keys, data, authority }),
    marry: (PNR: string, SPNR: string) =>
      register().report({ service: 'VIELS-I', keys: { PNR, SPNR }, data: { VIELSESMYN: '0851' } }),
    current: async (pnr: string, entity: Entity): Promise<ShownRow | undefined> =>
      (await register().rows(pnr, entity)).find((row) => row.current),
  }
}
