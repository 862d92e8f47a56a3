import { isDeepStrictEqual } from 'node:util'

import type { Api } from '../api.ts'
import { Unproven } from './outcome.ts'
import { rowsOf, type Reported } from './play-sound.ts'
import type { Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'

/** Takes an event back and finds everybody's valid rows as they were. */
export async function playUndone(
  { as, control }: Theatre,
  sample: Sample,
  { caseId, before }: Reported,
): Promise<void> {
  const api = as(seniorOf[sample.by] ?? sample.by)
  const { blockers } = await api.trpc.cases.planUndo.query({ caseId })
  const reasons = blockers.filter(({ severity }) => severity === 'error').map(({ text }) => text.en)
  if (reasons.length > 0) throw new Unproven(`cannot be undone: ${reasons.join('; ')}`)
  await undo(api, caseId)
  const after = await rowsOf(control, Object.keys(before))
  const changed = Object.keys(before).flatMap((pnr) => {
    const [then, now] = [before[pnr] ?? {}, after[pnr] ?? {}]
    return Object.keys(now).filter((entity) => !isDeepStrictEqual(then[entity], now[entity]))
  })
  if (changed.length > 0) throw new Unproven(`not as before: ${changed.join(', ')}`)
}

/** A caseworker's event is undone by the senior of the same office; the others are seniors themselves. */
const seniorOf: Readonly<Record<string, string>> = { caseworker: 'senior' }

const rests = ['undone', 'partlyUndone', 'stuck', 'completed', 'followOns']

async function undo(api: Api, caseId: string): Promise<void> {
  const { version } = await api.get(caseId)
  await api.undo(caseId)
  const found = await api.until(
    caseId,
    (one) => one.version > version && rests.includes(one.status),
  )
  if (found.status !== 'undone') throw new Unproven(`undoing it ended ${found.status}`)
}
