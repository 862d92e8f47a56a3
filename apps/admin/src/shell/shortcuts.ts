import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Single letters never fire in a field, and can be switched off for those who speak to their machine. */

const storageKey = 'sagsgang.shortcuts'
const listeners = new Set<() => void>()

const areOn = () => localStorage.getItem(storageKey) !== 'off'

export const switchShortcuts = (on: boolean): void => {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areOn)

export type Shortcuts = Readonly<Record<string, () => void>>

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="combobox"], [role="listbox"]'))

export const isModalOpen = (): boolean => document.querySelector('dialog[open]') !== null

/** Shift only makes another letter of a key; the others make it a command of the browser's. */
const isChord = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')

/** Keys as `j`, or two after each other as `g a`. */
const sequenceOf = (before: string, key: string): readonly string[] =>
  before === '' ? [key] : [`${before} ${key}`, key]

const patience = 1_000

export const useShortcuts = (shortcuts: Shortcuts): void => {
  const on = useShortcutsOn()
  const latest = useRef(shortcuts)
  // The listener stays; what it calls is always of the latest render.
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (!on) return undefined
    let before = { key: '', at: 0 }
    const onKey = (event: KeyboardEvent) => {
      if (isChord(event) || isField(event.target) || isModalOpen()) return
      const started = event.timeStamp - before.at < patience ? before.key : ''
      const found = sequenceOf(started, event.key)
        .map((sequence) => latest.current[sequence])
        .find((action) => action !== undefined)
      before = { key: event.key, at: event.timeStamp }
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
