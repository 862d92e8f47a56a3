import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { all, hasNo, isSingle, startOf } from '../samples/who.ts'
import type { Form } from '../src/api.ts'
import { currentRow } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { createFind } from '../src/proof/cast.ts'
import { takeCensus } from '../src/proof/census.ts'
import { reported } from '../src/story.ts'

/** Rows whose service takes nothing but their dates, or is shared by several kinds. */

const journey = useProduct()

const lines = ['c/o Kontoret', 'Havnevej 3']
const text = { lines, authority: '0851' }
const ward = { guardianRelation: '00000', deciding: '1301', decision: 'Afgørelse 2026-90' }

type Day = (offset: number) => string

interface Told {
  readonly event: string
  readonly dateField: string
  readonly entity: string
  readonly by?: string
  readonly rest: (day: Day) => Form
}

const cases: readonly Told[] = [
  {
    event: 'supplementary-address',
    dateField: 'startDate',
    entity: 'supplementaryAddress',
    rest: () => text,
  },
  { event: 'contact-address', dateField: 'startDate', entity: 'contactAddress', rest: () => text },
  {
    event: 'relocation-order',
    dateField: 'orderDate',
    entity: 'relocationOrder',
    rest: (day) => ({ vacateBy: day(60), reason: 'NOT-YEAR-ROUND', authority: '0851' }),
  },
  {
    event: 'under-guardianship',
    dateField: 'startDate',
    entity: 'guardianship',
    by: 'family-law',
    rest: () => ({ kind: '6-PART', ...ward }),
  },
  {
    event: 'disappearance',
    dateField: 'disappearanceDate',
    entity: 'disappearance',
    rest: () => ({ investigation: 'Sagsnr. 2026-91', authority: '0851' }),
  },
]

test.each(cases)('$event is put right in its day', async (told) => {
  const { event, dateField, entity, by = 'caseworker', rest } = told
  const { as, control } = journey.world
  const census = await takeCensus(control)
  const { day } = census
  const isMeant = all(isSingle, hasNo(entity), (one) => startOf(one, 'address') < day(-20))
  const { pnr } = createFind(census)(isMeant)
  const { caseId } = await reported(as(by), event, {
    personnummer: pnr,
    [dateField]: day(-1),
    ...rest(day),
  })
  const senior = as(by === 'caseworker' ? 'senior' : by)
  const correction = await senior.trpc.cases.correct.mutate({
    caseId,
    data: { [dateField]: day(-2) },
    reason: 'the day before was meant',
    idempotencyKey: randomUUID(),
  })
  const { differences } = await senior.until(
    correction.caseId,
    ({ status }) => status === 'completed',
  )
  expect(differences).toEqual([])
  const after = await control.person(pnr)
  expect(currentRow(after, entity)).toMatchObject({ start: day(-2) })
  const proofs = after.rows[entity]?.filter(({ mark }) => mark !== null)
  expect(proofs).toMatchObject([{ mark: 'K', start: day(-1) }])
})
