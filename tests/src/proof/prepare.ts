import { report, type Form } from '../api.ts'
import { eachAtOnce } from './at-once.ts'
import type { EventView } from './catalogue.ts'
import type { Cast, Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'

/** A sample whose people are found and brought where the event begins. */
export interface Part {
  readonly sample: Sample
  readonly event: EventView
  readonly cast: Cast
  /** Sound, as it is reported in the end. */
  readonly form: Form
}

/** A sample that could not be brought on. */
export interface Fallen {
  readonly sample: Sample
  readonly reason: string
}

type Step<T> =
  | { readonly type: 'done'; readonly sample: Sample; readonly value: T }
  | ({ readonly type: 'fallen' } & Fallen)

/** Finds everybody, reports what must have happened, and fills in the forms. */
export async function bringOn(
  theatre: Theatre,
  samples: readonly Sample[],
): Promise<{ readonly parts: readonly Part[]; readonly fallen: readonly Fallen[] }> {
  // In their order, and alike in every run: who comes first finds first.
  const cast = await onward(samples.map(begun), (sample) => sample.cast(theatre.find))
  const ready = await onward(cast, (_sample, found) => reportEarlier(theatre, found))
  await theatre.census.refresh()
  const parts = await onward(ready, (sample, found) => fillIn(theatre, sample, found))
  return {
    parts: parts.flatMap((step) => (step.type === 'done' ? [step.value] : [])),
    fallen: parts.flatMap((step) => (step.type === 'fallen' ? [step] : [])),
  }
}

const begun = (sample: Sample): Step<null> => ({ type: 'done', sample, value: null })

function onward<T, U>(
  steps: readonly Step<T>[],
  go: (sample: Sample, value: T) => U | Promise<U>,
): Promise<readonly Step<U>[]> {
  return eachAtOnce(steps, async (step): Promise<Step<U>> => {
    if (step.type === 'fallen') return step
    const { sample, value } = step
    try {
      return { type: 'done', sample, value: await go(sample, value) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      return { type: 'fallen', sample, reason }
    }
  })
}

async function reportEarlier({ as, census, ask }: Theatre, cast: Cast): Promise<Cast> {
  for (const { event, by, form, asked } of cast.earlier(census.day)) {
    const { caseId } = await as(by).open(event, { ...form, ...(await asked?.(ask(by))) })
    await report(as(by), caseId)
  }
  return cast
}

async function fillIn(theatre: Theatre, sample: Sample, cast: Cast): Promise<Part> {
  const { census, look, catalogue, ask } = theatre
  cast.look(look)
  const form = await cast.form(census.day, ask(sample.by))
  return { sample, event: catalogue.get(sample.event), cast, form }
}
