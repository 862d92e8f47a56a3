import type { Logger } from 'pino'

import { describeError } from '../../describe-error.ts'
import type { Timers } from '../../edges.ts'
import { rotate, type RotationDeps, type Rotated } from './rotate.ts'
import { daysLeft } from './rotation-days.ts'

interface Rotating extends RotationDeps {
  readonly timers: Timers
  readonly isRegisterOpen: () => boolean
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

const HOUR_MS = 3_600_000

/** Looks at the password's age once an hour, in all processes, of which one changes it. Answers how to stop. */
export function startRotation(deps: Rotating): { readonly stop: () => Promise<void> } {
  let looking: Promise<void> | null = null
  const look = () => {
    looking ??= lookOnce(deps).finally(() => {
      looking = null
    })
  }
  const stopLooking = deps.timers.every(HOUR_MS, look)
  look()
  return {
    async stop() {
      stopLooking()
      await looking
    },
  }
}

async function lookOnce(deps: Rotating): Promise<void> {
  if (!deps.isRegisterOpen()) return
  try {
    await tell(deps, await rotate(deps))
  } catch (error) {
    deps.log.error(describeError(error), 'the password of the register was not changed')
  }
}

async function tell({ log, shelf, rules, now }: Rotating, rotated: Rotated): Promise<void> {
  if (rotated === 'notDue' || rotated === 'busy') return
  const lying = await shelf.look()
  const days = lying && daysLeft(lying.passwords, rules, now())
  if (rotated === 'changed') log.info({ days }, 'the password of the register was changed')
  else log.warn({ days, outcome: rotated }, 'the password of the register is to be changed')
}
