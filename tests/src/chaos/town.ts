import { setTimeout as wait } from 'node:timers/promises'

import { currentRow, type Control, type Listed, type TruePerson } from '../control.ts'
import type { Random } from './random.ts'

/** The people of Aalborg, as caseworkers who have no end of reports about them. */
export interface Town {
  /** Somebody of whom this holds; now and then one whom another case is about at the moment. */
  find(random: Random, is: (one: Listed) => boolean): Listed | undefined
  look(pnr: string): Promise<TruePerson>
  /** The day so many days from today, by the register's clock. */
  day(offset: number): Promise<string>
  /** Everybody whose number is known. */
  readonly everybody: readonly Listed[]
}

const SAME_AGAIN = 0.15
const LATELY = 12

export async function surveyTown(control: Control): Promise<Town> {
  const everybody = await patiently(() => control.people(''))
  const own = everybody.filter(
    ({ municipality, status }) => municipality === '0851' && status === '01',
  )
  const lately: Listed[] = []
  return {
    everybody,
    find(random, is) {
      const again = random.chance(SAME_AGAIN) ? random.pick(lately.filter(is)) : undefined
      const found = again ?? random.pick(own.filter(is))
      if (found) lately.unshift(found)
      lately.length = Math.min(lately.length, LATELY)
      return found
    },
    look: (pnr) => patiently(() => control.person(pnr)),
    day: (offset) => patiently(() => control.day(offset)),
  }
}

const TRIES = 900

/** The register is killed too: whoever asks its controls asks again. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let turn = 1; turn < TRIES; turn += 1) {
    try {
      return await ask()
    } catch {
      await wait(100)
    }
  }
  return ask()
}

export const textIn = (person: TruePerson, entity: string, column: string): string => {
  const value = currentRow(person, entity)?.[column]
  return typeof value === 'string' ? value : ''
}
