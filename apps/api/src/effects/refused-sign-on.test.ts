import { expect, test } from 'vitest'

import { arrive, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()

async function moveOf(personnummer: string): Promise<string> {
  return openCase(world(), 'move', {
    personnummer,
    moveDate: world().deps.clock.today(),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '051',
    moveReason: 'OWN',
    authority: '0851',
  })
}

test('refused at the door, cases go on when resumed', async () => {
  const cases = [await moveOf('0709614096'), await moveOf('0709614304'), await moveOf('0707614293')]
  await world().put('faults', { rejectSignOn: true })
  for (const caseId of cases) await submitTo(world(), caseId, 'stuck')
  const [first = '', ...others] = cases
  await tell(world(), first, { type: 'resume' })
  await arrive(world(), first, 'stuck')

  await world().put('faults', {})
  for (const caseId of [first, ...others]) {
    await tell(world(), caseId, { type: 'resume' })
    const rested = await arrive(
      world(),
      caseId,
      'confirming',
      'reporting',
      'followOns',
      'completed',
    )
    expect(rested.snapshot.context.findings.map(({ severity }) => severity)).not.toContain('error')
  }
})
