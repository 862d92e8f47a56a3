import { ageOn } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'
import type { BareRegister, Person, StoredRow } from '@sagsgang/register'

import type { Random } from './random.ts'

/** The people of the register as somebody sees them who looks for one to report on. */
export interface Folk {
  readonly today: string
  find(pnr: string): Person | undefined
  /** Somebody of whom this holds, if one turns up soon. */
  pick(isMeant: (person: Person) => boolean): Person | undefined
}

const patience = 80

export function folkOf(register: BareRegister, random: Random): Folk {
  let known: readonly string[] = []
  const refresh = () => [...register.store.all()].map(({ pnr }) => pnr)
  let looks = 0
  return {
    get today() {
      return register.store.clock.today()
    },
    find: (pnr) => register.store.find(pnr),
    pick(isMeant) {
      // Those who were born meanwhile turn up too, a little later.
      if (looks % 500 === 0) known = refresh()
      looks += 1
      for (let tried = 0; tried < patience; tried += 1) {
        const person = register.store.find(random.pick(known) ?? '')
        if (person && isMeant(person)) return person
      }
      return undefined
    },
  }
}

export function rowOf(person: Person, entity: Entity): StoredRow | undefined {
  return person.rows.find((row) => row.entity === entity && isCurrent(row))
}

export function rowsOf(person: Person, entity: Entity): readonly StoredRow[] {
  return person.rows.filter((row) => row.entity === entity && isCurrent(row))
}

function isCurrent({ mark, end, endsAhead }: StoredRow): boolean {
  return mark === null && (end === null || endsAhead)
}

export function columnOf(person: Person, entity: Entity, name: string): string {
  return rowOf(person, entity)?.columns[name] ?? ''
}

export const statusOf = (person: Person): string => columnOf(person, 'person', 'status')

export const civilOf = (person: Person): string => columnOf(person, 'civilStatus', 'civilStatus')

export function ageOf(person: Person, today: string): number {
  const born = columnOf(person, 'person', 'birthDate')
  return born === '' ? 0 : ageOn(born, today)
}

/** Numbers of relatives that the person's own rows name. */
export function kinOf(person: Person, relation: 'child' | 'mother' | 'father'): readonly string[] {
  return rowsOf(person, 'kinship').flatMap(({ columns }) =>
    columns['relation'] === relation ? (columns['personnummer'] ?? []) : [],
  )
}
