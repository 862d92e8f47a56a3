/** Rules of maintenance that no journey can raise, or be let pass by, each with the reason. A rule that is reached must not stand here. */

type Unreached = Readonly<Record<string, string>>

const named = (
  dataTypes: readonly string[],
  operations: readonly string[],
  rules: readonly string[],
  reason: string,
): Unreached =>
  Object.fromEntries(
    dataTypes.flatMap((dataType) =>
      operations.flatMap((operation) =>
        rules.map((rule) => [`${dataType}.${operation}.${rule}`, reason] as const),
      ),
    ),
  )

const corrections = ['correct-current', 'correct-former']
const absences = ['disappearance', 'migration']

const alone = [
  'birth-registration',
  'church',
  'citizenship',
  'civil-status',
  'disappearance',
  'kinship',
  'migration',
  'separation',
  'shared-residence',
]
const dispensable = [
  'birth-registration',
  'disappearance',
  'kinship',
  'migration',
  'municipal',
  'name',
  'person-other',
  'personnummer',
  'separation',
  'shared-residence',
]
const unbroken = ['church', 'citizenship', 'civil-status', 'name', 'person-other']

const whileItLasts = 'the register shows an absence only while it lasts: no other is seen beside it'

/** By no means from outside. */
export const neverRaised: Unreached = {
  ...named(alone, corrections, ['kind'], 'its fields belong to every row that the look-ups show'),
  ...named(dispensable, ['undo-current'], ['only-row'], 'none of these rows need stand'),
  ...named(unbroken, ['undo-former'], ['gap'], 'what is over was replaced: a row stands beside it'),
  ...named(
    absences,
    ['correct-current'],
    ['marked', 'current', 'chain', 'neighbours'],
    whileItLasts,
  ),
  ...named(absences, ['correct-former'], ['former', 'chain', 'neighbours'], whileItLasts),
  ...named(absences, ['undo-current'], ['current'], whileItLasts),
  ...named(absences, ['undo-former'], ['former', 'gap'], whileItLasts),
  ...named(absences, ['report-former'], ['fits', 'neighbours'], whileItLasts),
  ...named(
    ['kinship'],
    ['correct-current', 'correct-former'],
    ['neighbours'],
    'each parent is a chain of their own: no row ends where theirs begins',
  ),
  ...named(['kinship'], ['correct-current'], ['chain'], 'each parent is a chain of their own'),
  ...named(['kinship'], ['undo-current'], ['current'], 'each parent is a chain of their own'),
  ...named(
    ['kinship'],
    ['report-former'],
    ['relation', 'relation-2'],
    'a late report names no row',
  ),
  ...named(['personnummer'], ['correct-current'], ['kind'], 'a number has one row'),
  ...named(
    ['personnummer'],
    ['correct-current', 'undo-current'],
    ['marked', 'current'],
    'a number has one row, which neither ends nor is marked',
  ),
  ...named(['personnummer'], ['correct-current'], ['chain', 'neighbours'], 'a number has one row'),
}

/** Operations that no row allows: a case that asks for one is told so. */
export const neverCarriedOut: Unreached = {
  'personnummer.undo-former':
    'a number has one row, which never ends: who gave it up is maintained as current data',
}

/** Raised by every report that is judged to the end. */
export const neverPassed: Unreached = {
  ...named(
    ['church', 'citizenship', 'civil-status', 'name'],
    ['report-former'],
    ['neighbours'],
    'rows of this kind leave no gap: a late one always moves those beside it',
  ),
  ...named(['kinship'], ['undo-former'], ['gap'], 'each parent is a chain of their own'),
  ...named(
    ['civil-status'],
    ['correct-former'],
    ['neighbours'],
    'nothing but its days can be put right in a row of the past, and rows stand on both sides',
  ),
}
