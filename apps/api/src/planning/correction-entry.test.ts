import type { CaseDataChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { correctedNotAsPlanned } from '../testing/correcting.ts'
import { currentRow, openCase, rowsOf, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()

const corrected = (caseId: string, data: CaseDataChange) =>
  correctedNotAsPlanned(world(), caseId, data)

test('an entry that nobody sees is corrected again', async () => {
  const [given] = await world().control<readonly { pnr: string }[]>('people?status=20&limit=1')
  const personnummer = given?.pnr ?? ''
  const today = world().deps.clock.today()
  const entry = await openCase(world(), 'entry-with-pnr', {
    personnummer,
    entryDate: today,
    entryCountry: '5154',
    lastForeignAddress: ['ul. Krotka 4', '00-950 Warszawa'],
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '016',
    stayBasis: 'EU',
    stayFrom: today,
    expectedStay: true,
    documentation: 'Registreringsbevis 7',
    authority: '0851',
  })
  await submitTo(world(), entry, 'completed', 'followOns')
  expect(await corrected(entry, { lastForeignAddress: ['ul. Nowa 1'] })).toEqual([])
  expect(await corrected(entry, { entryCountry: '5110' })).toEqual([])
  const entries = async () =>
    (await rowsOf(world(), personnummer, 'migration')).filter(({ mark }) => mark === null)
  expect(await entries()).toMatchObject([{ entryCountry: '5110', foreignAddress: ['ul. Nowa 1'] }])
  await world().advance({ days: 2 })
  const right = world().deps.clock.today()
  expect(await corrected(entry, { entryDate: right })).toEqual([])
  expect(await entries()).toMatchObject([{ start: right, end: right, entryCountry: '5110' }])
  expect(await currentRow(world(), personnummer, 'address')).toMatchObject({ start: right })
})
