import { useSyncExternalStore } from 'react'

/** Only the user's name is kept, and only for this tab; the api says who there are. */
const storageKey = 'sagsgang.user'
const listeners = new Set<() => void>()

const isUser = (word: string | null): word is string => /^[a-z-]{1,20}$/.test(word ?? '')

const readStored = (): string => {
  const stored = sessionStorage.getItem(storageKey)
  return isUser(stored) ? stored : 'caseworker'
}

let current: string | undefined

const currentUser = (): string => (current ??= readStored())

export const authorization = (): string => `Bearer demo:${currentUser()}`

export const switchUser = (user: string): void => {
  if (!isUser(user)) return
  current = user
  sessionStorage.setItem(storageKey, user)
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCurrentUser = (): string => useSyncExternalStore(subscribe, currentUser)
