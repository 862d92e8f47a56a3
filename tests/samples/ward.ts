import type { Somebody } from '../src/proof/census.ts'
import type { Day, Earlier } from '../src/proof/sample.ts'

/** A guardianship that names nobody yet, unless somebody is given. */
export const guardianshipOf = (ward: Somebody, day: Day, guardian?: Somebody): Earlier => ({
  event: 'under-guardianship',
  by: 'family-law',
  form: {
    personnummer: ward.pnr,
    kind: '5-FINANCIAL',
    startDate: day(-20),
    guardianRelation: guardian === undefined ? '00000' : '00001',
    guardianPersonnummer: guardian?.pnr ?? null,
    deciding: '1301',
    decision: 'Afgørelse 2026-35',
  },
})

export const guardianFor = (ward: Somebody, guardian: Somebody, day: Day): Earlier => ({
  event: 'guardian',
  by: 'family-law',
  form: {
    personnummer: ward.pnr,
    guardianRelation: '00001',
    guardianPersonnummer: guardian.pnr,
    startDate: day(-20),
    decision: 'Afgørelse 2026-36',
    authority: '1301',
  },
})
