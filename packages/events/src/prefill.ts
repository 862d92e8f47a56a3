import { textOf } from './case-data.ts'
import type { CaseData, FieldData } from './case-data.ts'
import type { EventDefinition } from './define-event.ts'
import type { Value } from './effects.ts'
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
    const given = fieldWhole(data, value) ?? valueIn(scene, value)
    return given === null ? [] : [[field, given] as const]
  })
  const start = { personnummer: person, authority: textOf(data, 'authority') }
  return {
    ...Object.fromEntries(Object.entries(start).filter(([, text]) => text !== '')),
    ...Object.fromEntries(known),
  }
}

/** A list, or a yes or no, goes over as it is. */
function fieldWhole(data: CaseData, value: Value): FieldData | undefined {
  if (typeof value !== 'object' || value === null || !('field' in value) || 'line' in value)
    return undefined
  const given = data[value.field]
  return typeof given === 'string' ? undefined : given
}
