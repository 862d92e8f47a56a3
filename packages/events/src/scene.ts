import { textOf } from './case-data.ts'
import type { Holder } from './case-data.ts'
import type { EventDefinition, Facts, Parties } from './define-event.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { currentRows, rowsOn } from './person-facts.ts'
import type { PersonView } from './register-view.ts'

/** Where values and conditions are worked out: the register before the save, and who plays which part. */
export interface Scene extends Pick<Facts, 'data' | 'view'> {
  readonly definition: EventDefinition
  readonly parties: Parties
  /** Of a list that an effect is carried out for: the one whose turn it is. */
  readonly item?: Holder
}

export type Columns = Readonly<Record<string, string | null>>

/** The same scene with one person alone in a party, as an effect on each of several needs it. */
export function bind(scene: Scene, party: string, pnr: string): Scene {
  return { ...scene, parties: { ...scene.parties, [party]: [pnr] } }
}

export function eventDate({ definition, data }: Scene): string {
  return textOf(data, definition.dateField)
}

export function pnrOf(scene: Scene, party: string): string | null {
  return scene.parties[party]?.[0] ?? null
}

export function viewOf(scene: Scene, party: string): PersonView | null {
  return scene.view.people[pnrOf(scene, party) ?? ''] ?? null
}

export function rowsOfParty(
  scene: Scene,
  of: { readonly party: string; readonly entity: Entity; readonly onEventDate?: boolean },
): readonly RegisterRow[] {
  const person = viewOf(scene, of.party)
  if (!person) return []
  return of.onEventDate
    ? rowsOn(person, of.entity, eventDate(scene))
    : currentRows(person, of.entity)
}
