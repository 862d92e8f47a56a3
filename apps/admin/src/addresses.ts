import { statuses } from '@sagsgang/machines'

import { z } from './checked.ts'

/** What an address may say beside the path. Whatever does not fit is left out, so no link ever breaks a page. */

export const openStatuses = statuses.filter(
  (status) => status !== 'completed' && status !== 'undone' && status !== 'withdrawn',
)

const word = z.string().min(1).max(100).optional().catch(undefined)

export const queueSearch = z.object({
  scope: z.enum(['mine', 'unit', 'all']).optional().catch(undefined),
  event: word,
  status: z.enum(statuses).optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
  /** That a person is searched for; who it is stays in memory. */
  person: z.boolean().optional().catch(undefined),
  text: word,
  cursors: z.array(z.string().max(200)).max(200).optional().catch(undefined),
})
export type QueueSearch = z.infer<typeof queueSearch>

export const newCaseSearch = z.object({ event: word })

export const caseTabs = ['journal', 'state', 'messages', 'data', 'audit'] as const

export const caseSearch = z.object({
  tab: z.enum(caseTabs).optional().catch(undefined),
  /** The state that filters the timeline. */
  state: word,
})

export const stuckSearch = z.object({
  cause: z.string().max(200).optional().catch(undefined),
  /** Whose cases are shown one by one. */
  run: word,
  cursors: z.array(z.string().max(30)).max(200).optional().catch(undefined),
})

/** What is asked of the register; of whom, and every other key, stays in memory. */
export const lookUpSearch = z.object({ service: word })

/** Which kind of data, and what somebody means to do with it; of whom stays in memory. */
export const historySearch = z.object({ kind: word, operation: word })

export const eventsSearch = z.object({ text: word })
