import { say, type Text } from '@sagsgang/events'
import { causeNamed, statuses } from '@sagsgang/machines'

/** What a run and the items of it say of themselves, by stable words. */

const words: Readonly<Record<string, Text>> = {
  notProven: say(
    'Den første sag blev ikke løst: resten er ikke forsøgt',
    'The first case was not solved: the rest have not been tried',
  ),
  failsAgain: say(
    'Tre sager i træk blev ikke løst: resten er ikke forsøgt',
    'Three cases in a row were not solved: the rest have not been tried',
  ),
  byPerson: say('Sat på pause af en medarbejder', 'Paused by a colleague'),
  stoppedByPerson: say('Stoppet af en medarbejder', 'Stopped by a colleague'),
  underWay: say('Er allerede ved at blive prøvet igen', 'Is being tried again already'),
  notRepeatable: say(
    'Der er intet at gentage: årsagen skal løses i sagen',
    'There is nothing to repeat: the cause has to be solved in the case',
  ),
  storeClosed: say('Databasen tager ikke imod ændringer', 'The database takes no changes'),
  personGone: say('Personen findes ikke længere i CPR', 'The person is no longer in CPR'),
  unreachable: say('CPR kan ikke nås endnu', 'CPR cannot be reached yet'),
  closed: say('CPR er lukket', 'CPR is closed'),
  timeout: say('CPR svarer stadig ikke i tide', 'CPR still does not answer in time'),
  transport: say('Forbindelsen til CPR blev afbrudt', 'The connection to CPR broke'),
  unreadable: say('CPR’s svar kan ikke læses', 'CPR’s answer cannot be read'),
  signOnRefused: say('CPR afviser stadig pålogningen', 'CPR still refuses the sign-on'),
  locked: say('Brugeren er stadig låst hos CPR', 'The user is still locked at CPR'),
  lookUpBudget: say('Dagens opslag til sagen er brugt', 'Today’s lookups for the case are used up'),
  caseNotFound: say('Sagen findes ikke længere', 'The case is no longer there'),
  commandNotAllowed: say('Sagen var allerede på vej videre', 'The case was on its way already'),
  roleNotAllowed: say(
    'Den, der bestilte det, har ikke længere adgang',
    'Whoever ordered it no longer has access',
  ),
  drafting: say('Sagen er tilbage som kladde', 'The case is a draft again'),
  deciding: say('Afventer en afgørelse', 'Awaiting a decision'),
  withdrawn: say('Sagen er trukket tilbage', 'The case is withdrawn'),
}

const receipt = /^receipt(\d{1,5})$/

/** A reason in words; a cause or a place that has none is said as where the case stands. */
export function wordsFor(reason: string | null): Text | null {
  if (reason === null) return null
  const known = words[reason]
  if (known !== undefined) return known
  const [, code] = receipt.exec(reason) ?? []
  if (code !== undefined)
    return say(`CPR svarer med fejl ${code}`, `CPR answers with error ${code}`)
  if (statuses.some((status) => status === reason))
    return say('Sagen er allerede kommet videre', 'The case has moved on already')
  // Another cause, or the same one again.
  if (reason.includes('.')) return causeNamed(reason).text
  return say(
    'Sagen er på vej, men uden bevis i den tid, der er givet',
    'The case is on its way, but without a proof in the time given',
  )
}
