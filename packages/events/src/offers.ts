import { addDays } from './dates.ts'
import { dateOfDeadline, isDeadlineId } from './deadlines.ts'
import type { EventDefinition, Facts, FollowOn, Parties } from './define-event.ts'
import { partiesOf } from './parties.ts'
import { pastFact } from './past-fact.ts'
import { holdsIn } from './scene-values.ts'

export interface Offer {
  readonly key: string
  readonly as: 'due' | 'offered' | 'derived' | 'notNeeded' | 'unavailable'
  readonly people: readonly string[]
  readonly required: boolean
  /** A stable word where it cannot be opened. */
  readonly reason?: 'eventNotAvailable'
}

interface Offering {
  readonly definition: EventDefinition
  readonly facts: Facts
  readonly parties: Parties
  /** Whether the event of a follow-on can be opened at all. */
  readonly isAvailable: (event: string) => boolean
}

/** Which follow-ons an accepted event gives access to, and for whom, over the register as it was before the save. */
export function offersIn(
  definition: EventDefinition,
  facts: Facts,
  isAvailable: (event: string) => boolean,
): readonly Offer[] {
  const offering = { definition, facts, parties: partiesOf(definition, facts), isAvailable }
  return definition.followOns.map((followOn) => offerOf(offering, followOn))
}

function offerOf(offering: Offering, followOn: FollowOn): Offer {
  const people = peopleFor(offering, followOn)
  const as = standing(offering, followOn, people)
  const offer = { key: followOn.key, people, required: as === 'due' }
  if (as === 'notNeeded' || followOn.target.type === 'maintenance') return { ...offer, as }
  if (offering.isAvailable(followOn.target.event)) return { ...offer, as }
  // Nobody has said yet that one which the worker decides on is needed: it holds nothing up.
  const required = offer.required && followOn.decides !== 'worker'
  return { ...offer, as: 'unavailable', required, reason: 'eventNotAvailable' }
}

/** A person whom the worker must name is nobody yet, and no reason to call it needless. */
function peopleFor({ facts, parties }: Offering, followOn: FollowOn): readonly string[] {
  const people = [...new Set(followOn.parties.flatMap((party) => parties[party] ?? []))]
  const meant = people.filter((person) => followOn.isFor?.(person, facts) ?? true)
  return meant.filter((person) => !isOfferedAbove(facts, followOn, person))
}

/** What a case higher up offers for the same person is not offered again. */
function isOfferedAbove(
  { offeredAbove = [] }: Facts,
  { target }: FollowOn,
  person: string,
): boolean {
  return offeredAbove.some(
    (above) => target.type === 'event' && above.event === target.event && above.person === person,
  )
}

function standing(
  offering: Offering,
  followOn: FollowOn,
  people: readonly string[],
): 'due' | 'offered' | 'derived' | 'notNeeded' {
  const isFound = followOn.parties.every((party) => isFoundByLookup(offering.definition, party))
  if (followOn.whenTrue === 'instead' || (isFound && people.length === 0)) return 'notNeeded'
  if (followOn.decides !== 'worker' && !isSo(offering, followOn)) return 'notNeeded'
  // Nobody is foretold by name: the worker says who, if anybody.
  if (followOn.mode === 'derived') return people.length === 0 ? 'offered' : 'derived'
  const isRequired = followOn.mode === 'required' || followOn.whenTrue === 'required'
  return isRequired ? 'due' : 'offered'
}

function isFoundByLookup({ parties }: EventDefinition, party: string): boolean {
  const source = parties[party]
  return source === undefined || !('namedByWorker' in source)
}

function isSo({ definition, facts, parties }: Offering, { condition }: FollowOn): boolean {
  if (condition === undefined) return true
  if (typeof condition === 'function') return condition(facts, parties)
  return holdsIn({ definition, data: facts.data, view: facts.view, parties }, condition)
}

/** Whether the catalogue itself says that another case takes the event's place: that overrules its rule against the past. */
export function isReplacedByCatalogue(definition: EventDefinition): boolean {
  return definition.followOns.some(({ whenTrue }) => whenTrue === 'instead')
}

/** Id of the operation that takes the place of an event whose fact belongs to the past. */
export function insteadOf(definition: EventDefinition, facts: Facts): string | null {
  const parties = partiesOf(definition, facts)
  const replacement = definition.followOns.find(
    (followOn) =>
      followOn.whenTrue === 'instead' &&
      isSo({ definition, facts, parties, isAvailable: () => true }, followOn),
  )
  if (replacement?.target.type === 'maintenance') return replacement.target.operation
  return isReplacedByCatalogue(definition) ? null : (pastFact(definition, facts)?.operation ?? null)
}

export interface DueDate {
  readonly id: string
  readonly date: string
  readonly followOn: string | null
  readonly effect: 'stuck' | 'note'
}

/** The days that run from an acceptance. Only what has a timer can stop a case; the rest is shown. */
export function deadlinesOf(
  definition: EventDefinition,
  facts: Facts,
  acceptedOn: string,
): readonly DueDate[] {
  const ofFollowOns = definition.followOns.flatMap(({ key, deadline }) =>
    deadline === undefined ? [] : [{ id: deadline, followOn: key }],
  )
  const ofItself = definition.timers
    .filter(({ isFor }) => isFor?.(facts) ?? true)
    .filter(({ deadline }) => ofFollowOns.every(({ id }) => id !== deadline))
    .map(({ deadline }) => ({ id: deadline, followOn: null }))
  return [...ofFollowOns, ...ofItself].flatMap(({ id, followOn }) => {
    const date = isDeadlineId(id) ? dateOfDeadline(id, facts, acceptedOn) : null
    const timer = definition.timers.find(({ deadline }) => deadline === id)
    return date === null ? [] : [{ id, date, followOn, effect: timer?.effect ?? 'note' }]
  })
}

/** The last day on which an optional follow-on may be taken. */
export function offersUntil(acceptedOn: string): string {
  return addDays(acceptedOn, 30)
}
