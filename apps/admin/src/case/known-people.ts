import { maskPnr } from '../ui/mask.ts'
import { spokenName } from '../ui/person-name.ts'
import type { CaseView } from './use-case-command.ts'

type Persons = Pick<CaseView, 'persons'>

/** A number with the name that the case knows it by; the number alone is covered. */
export const namedNumber = ({ persons }: Persons, pnr: string): string => {
  const name = persons.find((one) => one.pnr === pnr)?.name
  return name === undefined ? maskPnr(pnr) : `${spokenName(name)} (${maskPnr(pnr)})`
}

/** By name alone where one is known. */
export const calledBy = ({ persons }: Persons, pnr: string): string => {
  const name = persons.find((one) => one.pnr === pnr)?.name
  return name === undefined ? maskPnr(pnr) : spokenName(name)
}

/** Those whom the report names itself: who was only found by looking up has not died or moved. */
export const reportedNames = ({
  persons,
  data,
}: Pick<CaseView, 'persons' | 'data'>): readonly string[] => {
  const reported = new Set(Object.values(data))
  return persons.flatMap(({ pnr, name }) =>
    name !== undefined && reported.has(pnr) ? [spokenName(name)] : [],
  )
}
