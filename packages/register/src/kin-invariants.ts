import { isClosed } from './invariant.ts'
import type { Check } from './invariant.ts'
import { currentRows, isValid, rowsOf } from './rows.ts'
import type { People, Person } from './rows.ts'

/** What holds of parents, children and those who decide for a child. */

/** Side by side stand only those that the model knows of; a child has one mother and one second parent. */
const oneOfEachParent: Check = (person) =>
  (['mother', 'father'] as const).flatMap((relation) =>
    currentRows(person, 'kinship').filter(({ columns }) => columns['relation'] === relation)
      .length > 1
      ? [`two current rows of a ${relation}`]
      : [],
  )

const kinPointsAtValid: Check = (person, people) =>
  isClosed(person)
    ? []
    : currentRows(person, 'kinship').flatMap(({ columns }) => {
        const other =
          columns['personnummer'] == null ? undefined : people.find(columns['personnummer'])
        if (columns['personnummer'] == null) return []
        if (other === undefined || isClosed(other)) return ['kin without a valid number']
        const back = currentRows(other, 'kinship').some(
          (row) =>
            row.columns['personnummer'] === person.pnr &&
            (row.columns['relation'] === 'child') !== (columns['relation'] === 'child'),
        )
        return back ? [] : ['kinship is known on one side only']
      })

const parentsOf = (person: Person, people: People): readonly Person[] =>
  currentRows(person, 'kinship')
    .filter(({ columns }) => columns['relation'] !== 'child')
    .flatMap(({ columns }) => people.find(columns['personnummer'] ?? '') ?? [])

/** Nobody descends from themselves. */
const nobodysOwnAncestor: Check = (person, people) => {
  const seen = new Set<string>()
  const left = [...parentsOf(person, people)]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (one.pnr === person.pnr) return ['somebody is their own ancestor']
    if (seen.has(one.pnr)) continue
    seen.add(one.pnr)
    left.push(...parentsOf(one, people))
  }
  return []
}

/** At most one mother and one second parent at a time, in the past as well. */
const parentsInTurn: Check = (person) =>
  (['mother', 'father'] as const).flatMap((relation) => {
    const rows = rowsOf(person, 'kinship')
      .filter((row) => isValid(row) && row.columns['relation'] === relation)
      .toSorted((one, other) => one.start.localeCompare(other.start))
    const isOver = rows.every(({ end }, place) => {
      const next = rows[place + 1]
      return next === undefined || (end !== null && end <= next.start)
    })
    return isOver ? [] : [`two rows of a ${relation} overlap`]
  })

const parentByRelation: Readonly<Record<string, string>> = { '00003': 'mother', '00004': 'father' }

/** Who holds authority as a parent is that parent; others are appointed. */
const holdersAreParents: Check = (person) =>
  currentRows(person, 'parentalAuthority').every(({ columns }) => {
    const parent = parentByRelation[columns['relation'] ?? '']
    const holder = columns['holderPersonnummer'] ?? null
    if (parent === undefined || holder === null) return true
    return currentRows(person, 'kinship').some(
      (kin) => kin.columns['relation'] === parent && kin.columns['personnummer'] === holder,
    )
  })
    ? []
    : ['authority of a parent who is none']

export const kinInvariants: readonly Check[] = [
  oneOfEachParent,
  kinPointsAtValid,
  nobodysOwnAncestor,
  parentsInTurn,
  holdersAreParents,
]
