import { addressingNameLength } from '../addressing-name.ts'
import { textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import { isRealDate } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { searchKey } from '../register-view.ts'
import type { Match, PersonSearch } from '../register-view.ts'
import type { Text } from '../text.ts'
import { deadNumbers } from './person-statuses.ts'

/** Everybody born that day of that sex; nobody can be sought by a date that is not known. */
export function searchesFor(data: CaseData): readonly PersonSearch[] {
  const [birthDate, sex] = [textOf(data, 'birthDate'), textOf(data, 'sex')]
  return isRealDate(birthDate) && ['M', 'K'].includes(sex) ? [{ birthDate, sex }] : []
}

const spellings: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', æ: 'ae', ö: 'oe', ø: 'oe' }

/** One way of writing for what papers from abroad write in several: no accents, no capitals, no hyphens. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[åäæöø]/g, (letter) => spellings[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z\s-]/g, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
}

function firstWord(text: string): string {
  return plain(text).split(' ')[0] ?? ''
}

function isSame(listed: string, given: string, mayBeCut: boolean): boolean {
  return listed !== '' && (listed === given || (mayBeCut && given.startsWith(listed)))
}

/** The surname or the first of the first names is the same. A list cuts a long name: what is left of it counts. */
function hasNameOf({ addressingName }: Match, { data }: Facts): boolean {
  const isCut = addressingName.length >= addressingNameLength
  const [lastName = '', firstNames = ''] = addressingName.split(',')
  return (
    isSame(plain(lastName), plain(textOf(data, 'lastName')), isCut && firstNames === '') ||
    isSame(
      firstWord(firstNames),
      firstWord(textOf(data, 'firstNames')),
      isCut && !/[ -]/.test(firstNames),
    )
  )
}

/** Numbers of those who may be the person that is to be given one. */
function peopleWhoMayBe(facts: Facts): readonly string[] {
  return searchesFor(facts.data)
    .flatMap((search) => facts.view.matches[searchKey(search)] ?? [])
    .filter((match) => !deadNumbers.includes(match.status) && hasNameOf(match, facts))
    .map(({ pnr }) => pnr)
}

type Name = 'birthDate' | 'sex' | 'firstNames' | 'lastName'

/** Nobody is to have two numbers: each who may be the same is shown, and turned down by a person. */
export function noSamePerson(id: string, message: Text): RuleSpec<Name> {
  return {
    id,
    layer: 'register',
    severity: 'warning',
    basis: 'modelled',
    fields: ['birthDate', 'sex', 'firstNames', 'lastName'],
    message,
    peopleMeant: peopleWhoMayBe,
    isRaised: (facts) => peopleWhoMayBe(facts).length > 0,
  }
}
