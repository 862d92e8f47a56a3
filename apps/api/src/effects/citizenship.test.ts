import { expect, test } from 'vitest'

import { arrive, childOf, currentRow, openCase, rowsOf, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const voter = '0709614231'

const today = () => world().deps.clock.today()

test('somebody here may vote in Europe from here', async () => {
  const data = {
    personnummer: voter,
    electionCode: '0002',
    startDate: today(),
    address: ['Svinget 1', '9000 Aalborg'],
    authority: '0851',
  }
  const election = await openCase(world(), 'eu-election-address', data)
  await submitTo(world(), election, 'followOns', 'completed')
  expect(await currentRow(world(), voter, 'election')).toMatchObject({ electionCode: '0002' })
})

test('the election address ends with Danish citizenship', async () => {
  const data = {
    personnummer: voter,
    country: '5100',
    endDate: today(),
    newCountry: '5120',
    documentation: 'Løsningsbevis 4',
    authority: '0017',
  }
  const loss = await openCase(world(), 'citizenship-loss', data, 'citizenship-office')
  await submitTo(world(), loss, 'completed')
  const { id } = await childOf(world(), loss, 'eu-election-address-cessation@person')
  const { snapshot } = await arrive(world(), id, 'completed')
  expect(snapshot.context.differences).toEqual([])
  expect(await currentRow(world(), voter, 'citizenship')).toMatchObject({ country: '5120' })
  const elections = await rowsOf(world(), voter, 'election')
  expect(elections.filter(({ current }) => current)).toEqual([])
})
