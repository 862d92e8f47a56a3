import { expect, test } from 'vitest'

import { arrive, openCase, statusOf, submitTo, tell } from './test-story.ts'
import { withWorld } from './test-world.ts'

const world = withWorld()

const moveOf = (personnummer: string, houseNumber: string) =>
  openCase(world(), 'move', {
    personnummer,
    moveDate: world().deps.clock.today(),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber,
    moveReason: 'OWN',
    authority: '0851',
  })
