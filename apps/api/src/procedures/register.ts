import { z } from 'zod'

import type { HistoryView, LookUpView, PersonSummary } from '../register-view.ts'
import { historyInput, lookUpInput, purpose, searchInput } from './inputs.ts'
import { lookUp, summarise } from './look-up.ts'
import { showHistory } from './show-history.ts'
import { procedureFor, router } from './trpc.ts'

const read = procedureFor('register.read')

/** Looking in the register: always for a purpose, always written down, never by the thousand. */
export const registerRouter = router({
  lookUp: read
    .input(lookUpInput)
    .query(({ ctx, input }): Promise<LookUpView> => lookUp(ctx, { ...input, kind: 'lookup' })),
  search: read
    .input(searchInput)
    .query(({ ctx, input }): Promise<LookUpView> => lookUp(ctx, { ...input, kind: 'search' })),
  history: read
    .input(historyInput)
    .query(({ ctx, input }): Promise<HistoryView> => showHistory(ctx, input)),
  person: read
    .input(z.strictObject({ pnr: z.string().min(10).max(11), purpose }))
    .query(({ ctx, input }): Promise<PersonSummary> => summarise(ctx, input)),
})
