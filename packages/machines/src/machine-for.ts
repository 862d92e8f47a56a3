import type { EventDefinition } from '@sagsgang/events'

import { anywhere } from './chart/anywhere.ts'
import { asking } from './chart/asks.ts'
import { accepted } from './chart/course.ts'
import { health } from './chart/health.ts'
import { contextOf, kit } from './chart/kit.ts'
import type { Part } from './chart/kit.ts'
import { landsUnsaved } from './chart/landing.ts'
import { checking, confirming, drafting, replaced, withdrawn } from './chart/prepare.ts'
import { reporting } from './chart/report.ts'
import { isRequired, traitsOf } from './chart/traits.ts'
import type { Traits } from './chart/traits.ts'

/** Raised whenever the shape of the chart or the meaning of what is stored changes. */
export const machineVersion = 2

export type Machine = ReturnType<typeof build>

const machines = new WeakMap<EventDefinition, Machine>()

/** The machine of an event or a maintenance operation: its definition decides which states there are. */
export function machineFor(definition: EventDefinition): Machine {
  const known = machines.get(definition)
  if (known) return known
  const machine = build(definition)
  machines.set(definition, machine)
  return machine
}

function build(definition: EventDefinition) {
  const traits = traitsOf(definition)
  return kit.createMachine({
    // An id may not hold a dot: XState would read a path in it.
    id: definition.id.replaceAll('.', '-'),
    context: contextOf,
    type: 'parallel',
    states: { work: work(traits), health },
    on: anywhere,
  })
}

function work(traits: Traits): Part {
  return kit.createStateConfig({
    initial: 'drafting',
    on: { land: landsUnsaved },
    states: {
      drafting,
      checking,
      replaced,
      confirming,
      reporting,
      offering: offering(traits),
      accepted: accepted(traits),
      withdrawn,
    },
  })
}

function offering(traits: Traits): Part {
  const required = traits.regions.filter(isRequired).map(({ key }) => key)
  return {
    id: 'offering',
    ...asking('offer', {
      offered: {
        target: '#accepted',
        actions: { type: 'takeOffers', params: ({ event }) => ({ offers: event, required }) },
      },
    }),
  }
}
