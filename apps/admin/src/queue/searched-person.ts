import { useSyncExternalStore } from 'react'

/** The number somebody searched for lives only as long as the page: not in the address, not in storage. */
let searched: string | undefined
const listeners = new Set<() => void>()

export const searchPerson = (pnr: string | undefined): void => {
  searched = pnr
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSearchedPerson = (): string | undefined =>
  useSyncExternalStore(subscribe, () => searched)
