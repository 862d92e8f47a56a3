import { setImmediate as tick } from 'node:timers/promises'

import type { Passwords } from './kept-passwords.ts'
import { isDoubtful } from './passwords.ts'
import type { PasswordSeal } from './seal-passwords.ts'
import type { Held, Shelf } from './shelf.ts'

/** For tests alone: a shelf in memory that outlives whoever dies over it, as the store does. */
export interface StormStore {
  sealed: Buffer | null
  holder: Mortal | null
  position: number
  resumes: number
}

export interface Mortal {
  isDead: boolean
  /** Throws when it is dead, or dies here. */
  readonly pass: () => void
}

const LONGEST_WAIT = 500

export function createStormShelf(store: StormStore, life: Mortal, seal: PasswordSeal): Shelf {
  return {
    async look() {
      life.pass()
      const { sealed } = store
      return sealed && { passwords: seal.open(sealed), isMended: () => isMended(store) }
    },
    async take() {
      for (let waited = 0; waited < LONGEST_WAIT; waited++) {
        life.pass()
        if (store.holder === null || store.holder.isDead) return hold(store, life, seal)
        await tick()
      }
      return null
    },
  }
}

function hold(store: StormStore, life: Mortal, seal: PasswordSeal): Held {
  store.holder = life
  const write = async (next: Passwords) => {
    life.pass()
    if (store.holder !== life) throw new Error('two hold the shelf')
    store.sealed = seal.seal(next)
    if (isDoubtful(next)) store.position = store.resumes
    // Dying here leaves it written and nobody told.
    life.pass()
  }
  return {
    passwords: store.sealed && seal.open(store.sealed),
    isMended: () => isMended(store),
    write,
    async putBack(next) {
      if (next) await write(next)
      life.pass()
      store.holder = null
    },
  }
}

const isMended = ({ resumes, position }: StormStore) => Promise.resolve(resumes > position)
