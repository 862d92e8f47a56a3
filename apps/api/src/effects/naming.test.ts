import { expect, test } from 'vitest'

import { applied, currentRow, openCase, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const child = '0101005038'

test('somebody without a name is named', async () => {
  const caseId = await openCase(
    world(),
    'naming',
    {
      personnummer: child,
      namingDate: world().deps.clock.today(),
      firstNames: 'Åse',
      lastName: 'Henriksen',
      namingKind: 'NAMING',
      applicants: [child],
      authority: '7001',
    },
    'parish',
  )
  const stored = await submitTo(world(), caseId, 'completed')
  expect(stored.snapshot.context.differences).toEqual([])
  expect(await currentRow(world(), child, 'name')).toMatchObject({ firstNames: 'Åse', code: 'A14' })
  expect(await applied(world())).toHaveLength(1)
})
