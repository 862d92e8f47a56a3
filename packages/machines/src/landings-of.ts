import type { EventDefinition, Text } from '@sagsgang/events'

import { restore } from './advance.ts'
import { traitsOf } from './chart/traits.ts'
import { consequencesOf, whyNot } from './landing-words.ts'
import { machineFor } from './machine-for.ts'
import { places } from './places.ts'
import type { Snapshot } from './snapshot.ts'
import { landingPlaces } from './vocabulary.ts'
import type { LandingPlace } from './vocabulary.ts'

export interface LandingStanding {
  readonly to: LandingPlace
  readonly name: Text
  /** Safe as the case stands: the chart is asked, there is no second list. */
  readonly allowed: boolean
  /** Why not. */
  readonly reason?: Text
  readonly consequences: readonly Text[]
}

export function landingName(to: LandingPlace): Text {
  return places[to].name
}

/** Every place that a case of this event can be moved to by hand, and what would come of it now. */
export function landingsOf(
  definition: EventDefinition,
  snapshot: Snapshot,
): readonly LandingStanding[] {
  const { isGated } = traitsOf(definition)
  const restored = restore(machineFor(definition), snapshot)
  const known = landingPlaces.filter((place) => isGated || place !== 'awaitingFollowOns')
  return known.map((to) => {
    const nobody = { reason: '', proposedBy: '', approvedBy: '' }
    const allowed = restored.can({ type: 'land', to, ...nobody })
    return {
      to,
      name: landingName(to),
      allowed,
      ...(!allowed && { reason: whyNot(to, snapshot) }),
      consequences: consequencesOf(to, snapshot),
    }
  })
}
