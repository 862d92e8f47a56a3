import { useSyncExternalStore } from 'react'

/** The demo identities of the api; only the user's name is kept, and only for this tab. */
export const demoUsers = [
  'caseworker',
  'senior',
  'operator',
  'auditor',
  'service',
  'parish',
  'other',
] as const

export type DemoUser = (typeof demoUsers)[number]

const storageKey = 'sagsgang.user'
const listeners = new Set<() => void>()

const isDemoUser = (word: string | null): word is DemoUser =>
  demoUsers.some((user) => user === word)

const readStored = (): DemoUser => {
  const stored = sessionStorage.getItem(storageKey)
  return isDemoUser(stored) ? stored : 'caseworker'
}

let current: DemoUser | undefined

const currentUser = (): DemoUser => (current ??= readStored())

export const authorization = (): string => `Bearer demo:${currentUser()}`

export const switchUser = (user: string): void => {
  if (!isDemoUser(user)) return
  current = user
  sessionStorage.setItem(storageKey, user)
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCurrentUser = (): DemoUser => useSyncExternalStore(subscribe, currentUser)
