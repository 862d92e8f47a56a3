import { holdersIn, textOf } from '../case-data.ts'
import type { Holder } from '../case-data.ts'
import { isCodeOf } from '../code-lists/code-lists.ts'
import type { RuleSpec } from '../define-event.ts'
import { findPerson, kinOf, spouseOf } from '../person-facts.ts'
import { isPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { isAdultOn, minor } from './age-rules.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { documented } from './form-rules.ts'
import { hasParent, holdersGiven, holdersNow, parentMeant } from './holders.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const child = say('barnet', 'the child')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const

const knownRelations: RuleSpec<'holders'> = {
  id: 'code',
  layer: 'syntactic',
  severity: 'error',
  basis: 'modelled',
  fields: ['holders'],
  message: say(
    'En indehavers relation er ikke en kendt kode',
    'The relation of a holder is not a known code',
  ),
  isRaised: ({ data }) =>
    holdersIn(data, 'holders').some(({ relation }) => !isCodeOf('custody', relation)),
}

/** A parent is registered as one, and no other number is given for them; anybody else is given by number. */
function isPlausible(subject: PersonView, { relation, personnummer = '' }: Holder): boolean {
  const parent = parentMeant(relation)
  if (parent === undefined) return isPnr(personnummer)
  const isSame = personnummer === '' || kinOf(subject, parent).includes(personnummer)
  return hasParent(subject, parent) && isSame
}

const oneOrTwo: RuleSpec<'holders'> = {
  id: 'one-or-two',
  layer: 'cross-field',
  severity: 'error',
  basis: 'inferred',
  fields: ['holders'],
  readsRegister: true,
  message: say(
    'Angiv en eller to forskellige indehavere: mor og far eller medmor skal være registreret som forælder, andre angives med personnummer',
    'Give one or two different holders: a mother, father or co-mother must be registered as a parent, others are given by personnummer',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const holders = holdersIn(facts.data, 'holders')
    const relations = new Set(holders.map(({ relation }) => relation))
    const people = new Set(holdersGiven(subject, facts))
    const areTwo = relations.size === holders.length && people.size === holders.length
    const isCount = holders.length === 1 || holders.length === 2
    return !isCount || !areTwo || !holders.every((holder) => isPlausible(subject, holder))
  }),
}

const gone = ['30', '50', '60', '90']

const holdersAlive: RuleSpec<'holders'> = {
  id: 'holder-alive',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['holders'],
  message: say(
    'Hver indehaver skal findes i CPR og være i live, og en, der ikke er forælder, skal være fyldt 18 år',
    'Each holder must be found in the register and be alive, and one who is not a parent must be at least 18',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const day = textOf(facts.data, 'startDate')
    const parents = [...kinOf(subject, 'mother'), ...kinOf(subject, 'father')]
    return holdersGiven(subject, facts).some((pnr) => {
      const holder = findPerson(facts.view, pnr)
      if (holder === undefined) return false
      if (holder === null || gone.includes(holder.status)) return true
      return !parents.includes(pnr) && day !== '' && !isAdultOn(holder, day)
    })
  }),
}

const changesHolders: RuleSpec<'holders'> = {
  id: 'changes',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['holders'],
  message: say(
    'Indehaverne er andre end dem, der er registreret i dag: de tidligere skal underrettes',
    'The holders differ from those registered today: the former ones must be told',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const [now, then] = [holdersNow(subject), holdersGiven(subject, facts)]
    const isSame = now.length === then.length && now.every((holder) => then.includes(holder))
    return now.length > 0 && !isSame
  }),
}

const marriedParents: RuleSpec<'holders'> = {
  id: 'married',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['holders'],
  message: say(
    'Forældrene er gift med hinanden og har forældremyndigheden sammen, medmindre en afgørelse siger andet',
    'The parents are married to each other and hold parental authority together unless a decision says otherwise',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const [mother] = kinOf(subject, 'mother')
    const [father] = kinOf(subject, 'father')
    const seen = findPerson(facts.view, mother ?? '')
    if (!mother || !father || !seen || spouseOf(seen) !== father) return false
    const holders = holdersGiven(subject, facts)
    return !holders.includes(mother) || !holders.includes(father)
  }),
}

export const parentalAuthorityRules = [
  ...personRules({ field: 'personnummer', who: child, statuses: living }),
  minor({
    fields: ['personnummer'],
    who: child,
    dateField: startDate.field,
    date: startDate.what,
  }),
  fmtDate(startDate),
  noFuture(startDate),
  knownRelations,
  documented('decision', say('aftalen eller afgørelsen', 'the agreement or decision')),
  oneOrTwo,
  holdersAlive,
  changesHolders,
  marriedParents,
]
