import { homeOf } from '../addresses.ts'
import type { Facts } from '../define-event.ts'
import { currentRow, kinOf } from '../person-facts.ts'
import { homeMovedTo, movers } from './move-address-rules.ts'

export function hasSharedResidence(pnr: string, { view }: Facts): boolean {
  const person = view.people[pnr]
  return person ? currentRow(person, 'sharedResidence') !== undefined : false
}

/** The parents who shared the child live at one address once it has moved; who is reported later has not moved yet. */
export function isNoLongerShared(pnr: string, facts: Facts): boolean {
  const child = facts.view.people[pnr]
  if (!child || !hasSharedResidence(pnr, facts)) return false
  const moved = movers(facts).slice(0, movers(facts).indexOf(pnr) + 1)
  const [mother, father] = [kinOf(child, 'mother')[0], kinOf(child, 'father')[0]].map((parent) =>
    parent !== undefined && moved.includes(parent)
      ? homeMovedTo(facts)
      : homeOf(facts.view.people[parent ?? '']),
  )
  return mother !== null && mother !== undefined && mother === father
}
