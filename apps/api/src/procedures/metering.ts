import { z } from 'zod'

import type { StatementView } from '../metering/metering-view.ts'
import { showStatement } from '../metering/show-statement.ts'
import { procedureFor, router } from './trpc.ts'

const statementInput = z.strictObject({
  month: z.string().regex(/^20\d{2}(?:0[1-9]|1[0-2])$/u),
  by: z.enum(['service', 'user', 'case']).default('service'),
})

/** What the register was asked, and what that costs. */
export const meteringRouter = router({
  statement: procedureFor('metering.read')
    .input(statementInput)
    .query(({ ctx, input }): Promise<StatementView> => showStatement(ctx, input)),
})
