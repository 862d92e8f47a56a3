import { textOf } from './case-data.ts'
import type { CaseData } from './case-data.ts'
import type { EventDefinition } from './define-event.ts'
import { partiesOf } from './parties.ts'
import type { RegisterView } from './register-view.ts'
import { valueIn } from './scene-values.ts'
import { bind } from './scene.ts'
import type { Scene } from './scene.ts'

export interface FollowOnFor {
  readonly followOn: string
  readonly person: string
  readonly output?: Readonly<Record<string, string>>
}

/** What a follow-on's case starts with: who it is about, who reports, and what the primary already knows. */
export function prefillFrom(
  definition: EventDefinition,
  { followOn: key, person, output }: FollowOnFor,
  data: CaseData,
  view: RegisterView,
): CaseData {
  const followOn = definition.followOns.find((candidate) => candidate.key === key)
  if (!followOn) return {}
  const parties = partiesOf(definition, output ? { data, view, output } : { data, view })
  const whole: Scene = { definition, data, view, parties }
  const scene = followOn.parties.reduce((bound, party) => bind(bound, party, person), whole)
  const known = Object.entries(followOn.prefill ?? {}).flatMap(([field, value]) => {
    const text = valueIn(scene, value)
    return text === null ? [] : [[field, text] as const]
  })
  const start = { personnummer: person, authority: textOf(data, 'authority') }
  return {
    ...Object.fromEntries(Object.entries(start).filter(([, text]) => text !== '')),
    ...Object.fromEntries(known),
  }
}
