import { afterEach, beforeEach, expect, test } from 'vitest'

import { play, valuesOf } from '../play.ts'
import type { Play } from '../play.ts'
import { maintainerOf } from './maintainer.ts'

/** Data that have no kind of their own share one service. */

let register: Play
beforeEach(async () => {
  register = await play()
})
afterEach(() => register.close())

const bettina = '0709614096'

const { maintain, current } = maintainerOf(() => register)

test('a guardianship is put right in the day it began', async () => {
  const ward = await register.report({
    service: 'UMYND-I',
    keys: { PNR: bettina },
    data: { VAERGETYP: '5-FINANCIAL', HDTO: '20261101', RELTYP: '00000', MYNKOD: '1301' },
    authority: '1301',
  })
  expect(ward.type).toBe('accepted')
  const [row] = valuesOf(await register.look('VAERGE1', { PNR: bettina }), 'VAERGEMAAL')
  const keys = { PNR: bettina, TIMSTP: row?.['CUMY_TIMSTP'] ?? '' }
  const told = await maintain('PERS-R', keys, { STARTDATO: '202610150000' }, '1301')
  expect(told.type).toBe('accepted')
  expect(await current(bettina, 'guardianship')).toMatchObject({
    kind: '5-FINANCIAL',
    start: '20261015',
  })
})

test('an occupation is written over where it stands', async () => {
  const [own] = await register.rows(bettina, 'person')
  const base = await register.look('PERSON1', { PNR: bettina })
  const block = base.type === 'found' ? base.roles[0]?.blocks['PERSON1'] : undefined
  const keys = { PNR: bettina, TIMSTP: block?.['TIMSTP']?.value ?? '' }
  expect((await maintain('PERS-R', keys, { STILLING: 'Smed' })).type).toBe('accepted')
  expect(await register.rows(bettina, 'person')).toMatchObject([
    { occupation: 'Smed', start: own?.start, mark: null },
  ])
  expect(await maintain('PERS-R', keys, { STARTDATO: '202610150000' })).toMatchObject({
    type: 'refused',
    receipt: { code: 16, messages: [{ field: 'STARTDATO' }] },
  })
})

test('an absence is put right by its own date', async () => {
  const left = { service: 'FORSV-I', keys: { PNR: bettina }, data: { HDTO: '20261101' } }
  expect((await register.report(left)).type).toBe('accepted')
  const base = await register.look('STAM', { PNR: bettina })
  const block = base.type === 'found' ? base.roles[0]?.blocks['STAMPNR'] : undefined
  const keys = { PNR: bettina, TIMSTP: block?.['FORSV_TIMSTP']?.value ?? '' }
  const own = { FORSVINDDATO: '202610150000' }
  const other = { ...own, STARTDATO: '202610160000' }
  expect(await maintain('FORSV-R', keys, other)).toMatchObject({
    type: 'refused',
    receipt: { messages: [{ field: 'FORSVINDDATO' }] },
  })
  expect((await maintain('FORSV-R', keys, own)).type).toBe('accepted')
  expect(await current(bettina, 'disappearance')).toMatchObject({ start: '20261015' })
  expect(await current(bettina, 'person')).toMatchObject({ statusDate: '20261015' })
})
