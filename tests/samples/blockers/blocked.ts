import type { Form } from '../../src/api.ts'
import type { Find } from '../../src/proof/cast.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day } from '../../src/proof/sample.ts'

/** An event and the later fact that keeps it from being taken back. */
export interface Blocked {
  /** `event.blocker`, or the planner's own blocker behind an event. */
  readonly title: string
  readonly severity: 'error' | 'warning'
  readonly by: string
  readonly event: string
  readonly people: (find: Find) => readonly Somebody[]
  readonly before: (people: readonly Somebody[], day: Day) => readonly Later[]
  readonly form: (people: readonly Somebody[], day: Day) => Form
  readonly later: (people: readonly Somebody[], day: Day, born: string) => readonly Later[]
  /** Years that must pass instead. */
  readonly years: number
  /** Whether taking the later fact back frees it. */
  readonly isFreed: boolean
}

export interface Later {
  readonly event: string
  readonly by: string
  readonly form: Form
}

type Story = Pick<Blocked, 'title' | 'by' | 'people' | 'form'> & Partial<Blocked>

/** An error that the later fact raises, and that its undo frees, unless the story says otherwise. */
export const blocked = (story: Story): Blocked => ({
  severity: 'error',
  event: story.title.replace(/\..*$/, ''),
  before: () => [],
  later: () => [],
  years: 0,
  isFreed: true,
  ...story,
})

class TooFew extends Error {
  override name = 'TooFew'
}

/** Somebody by place. */
export function at(people: readonly Somebody[], place: number): Somebody {
  const found = people[place]
  if (found === undefined) throw new TooFew(`the story has no person ${place}`)
  return found
}
