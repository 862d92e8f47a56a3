import type { FollowOn } from '@sagsgang/events'
import { and, not } from 'xstate'

import type { CaseMark, Standing } from '../changes/follow-on-rows.ts'
import { isReplaced, mayOpen, mayWaive, partnersOf } from './follow-on-guards.ts'
import { kit } from './kit.ts'
import type { On, Part } from './kit.ts'
import { isRequired, stateId } from './traits.ts'
import type { Traits } from './traits.ts'

/** One region for each follow-on: the region holds the status, the context only says which cases stand behind it. */
export function followOns(traits: Traits): Part {
  const regions = traits.regions.map((one) => [one.key, region(one, traits)] as const)
  return kit.createStateConfig({ type: 'parallel', states: Object.fromEntries(regions) })
}

function region(one: FollowOn, traits: Traits): Part {
  return one.mode === 'derived' ? derivedRegion(one) : chosenRegion(one, traits)
}

/** The register wrote its rows with the primary's: its cases open by themselves and only read back. */
function derivedRegion(one: FollowOn): Part {
  const { key } = one
  const isNothing = { type: 'hasNothingToDerive', params: { key } } as const
  return kit.createStateConfig({
    initial: 'open',
    states: {
      open: {
        id: idIn(one, 'open'),
        entry: { type: 'askToDerive', params: { key } },
        always: { guard: isNothing, target: stateId(one, 'notNeeded') },
        on: { opened: addsCase(one), ...notices(one, 'notNeeded') },
      },
      ended: ended(one, {
        settled: {
          id: idIn(one, 'settled'),
          on: { caseUndone: marks(one, 'undone', 'notNeeded') },
        },
        notNeeded: { id: idIn(one, 'notNeeded') },
      }),
    },
  })
}

function chosenRegion(one: FollowOn, traits: Traits): Part {
  const begin = isRequired(one) ? 'due' : 'offered'
  return kit.createStateConfig({
    initial: begin,
    states: {
      [begin]: {
        id: idIn(one, begin),
        always: [...notWanted(one, traits), ...(begin === 'offered' ? [lapses(one)] : [])],
        on: { openFollowOn: opens(one, traits), waiveFollowOn: waives(one, traits) },
      },
      open: {
        id: idIn(one, 'open'),
        on: {
          openFollowOn: opens(one, traits),
          opened: addsCase(one),
          waiveFollowOn: givesUpOpening(one, traits),
          ...notices(one, begin),
        },
      },
      ended: ended(one, endings(one, traits, begin)),
    },
  })
}

type Begin = 'due' | 'offered' | 'notNeeded'

function endings(one: FollowOn, traits: Traits, begin: Begin): Record<string, Part> {
  const partners = partnersOf(one, traits)
  const isWanted = and([
    not({ type: 'isNotNeeded', params: { key: one.key } }),
    not(isReplaced(partners)),
  ])
  return {
    settled: {
      id: idIn(one, 'settled'),
      on: { openFollowOn: opens(one, traits), caseUndone: marks(one, 'undone', begin) },
    },
    waived: { id: idIn(one, 'waived'), on: { openFollowOn: opens(one, traits) } },
    notNeeded: {
      id: idIn(one, 'notNeeded'),
      ...(partners.length > 0 && { always: { guard: isWanted, target: stateId(one, begin) } }),
    },
    ...(begin === 'due'
      ? { handedOver: { id: idIn(one, 'handedOver') } }
      : { lapsed: { id: idIn(one, 'lapsed') } }),
  }
}

/** Nothing runs against a date once it has ended. */
function ended(one: FollowOn, states: Record<string, Part>): Part {
  const { key } = one
  return kit.createStateConfig({
    id: idIn(one, 'ended'),
    initial: 'settled',
    entry: { type: 'endDeadlines', params: { key } },
    exit: { type: 'restartDeadlines', params: { key } },
    states,
  })
}

function notWanted(one: FollowOn, traits: Traits) {
  const target = stateId(one, 'notNeeded')
  const partners = partnersOf(one, traits)
  return [
    { guard: { type: 'isNotNeeded', params: { key: one.key } }, target } as const,
    ...(partners.length > 0 ? [{ guard: isReplaced(partners), target }] : []),
  ]
}

function lapses(one: FollowOn) {
  return { guard: 'hasLapsed', target: stateId(one, 'lapsed') } as const
}

function opens(one: FollowOn, traits: Traits): On['openFollowOn'] {
  return {
    guard: mayOpen(one, traits),
    target: stateId(one, 'open'),
    actions: { type: 'askToOpen', params: ({ event }) => ({ ...event, key: one.key }) },
  }
}

function addsCase({ key }: FollowOn): On['opened'] {
  return {
    guard: { type: 'answers', params: { slot: key } },
    actions: { type: 'addCase', params: ({ event }) => ({ key, caseId: event.caseId }) },
  }
}

/** What cannot be opened here has been reported elsewhere; anything else was let go. */
function waives(one: FollowOn, traits: Traits): On['waiveFollowOn'] {
  const { key } = one
  const elsewhere = isRequired(one) ? 'handedOver' : 'waived'
  return [
    {
      guard: mayWaive(one, traits, 'isAvailable'),
      target: stateId(one, 'waived'),
      actions: { type: 'waive', params: ({ event }) => ({ key, reason: event.reason }) },
    },
    {
      guard: mayWaive(one, traits, 'isUnavailable'),
      target: stateId(one, elsewhere),
      actions: { type: 'waive', params: ({ event }) => ({ key, reason: event.reason }) },
    },
  ]
}

function givesUpOpening(one: FollowOn, traits: Traits): On['waiveFollowOn'] {
  const { key } = one
  return {
    guard: mayWaive(one, traits, 'hasOnlyFailedOpenings'),
    target: stateId(one, 'waived'),
    actions: [
      { type: 'drop', params: { slot: key } },
      { type: 'waive', params: ({ event }) => ({ key, reason: event.reason }) },
    ],
  }
}

function notices(one: FollowOn, begin: Begin): On {
  const ends: On = {
    caseSettled: marks(one, 'settled', begin),
    caseUndone: marks(one, 'undone', begin),
  }
  return one.mode === 'derived' ? ends : { ...ends, caseWithdrawn: marks(one, 'withdrawn', begin) }
}

/** A notice marks the case that it names; the region follows once no other case is open. */
function marks(one: FollowOn, as: CaseMark['to'], begin: Begin) {
  const { key } = one
  const named = ({ event }: Named) => ({ key, caseId: event.caseId, to: as })
  const leadsTo = (leads: Standing) =>
    ({ type: 'leadsTo', params: (args: Named) => ({ ...named(args), leads }) }) as const
  const actions = { type: 'markCase', params: named } as const
  return [
    { guard: leadsTo('settled'), target: stateId(one, 'settled'), actions },
    { guard: leadsTo('back'), target: stateId(one, begin), actions },
    { guard: leadsTo('open'), actions },
  ]
}

interface Named {
  readonly event: { readonly caseId: string }
}

function idIn(one: FollowOn, state: string): string {
  return stateId(one, state).slice(1)
}
