import { z } from 'zod'

import { listAudit } from '../audit/list.ts'
import { verifyAudit, type Verified } from '../audit/verify.ts'
import type { AuditRowView } from '../register-view.ts'
import { plainPnr } from './field-input.ts'
import { auditInput } from './inputs.ts'
import { procedureFor, router } from './trpc.ts'

const read = procedureFor('audit.read')

/** Who did what, and whether the log still says so. Reading it is written down as well. */
export const auditRouter = router({
  list: read
    .input(auditInput.nullish())
    .query(async ({ ctx, input }): Promise<readonly AuditRowView[]> => {
      const { auditor, db } = ctx.services
      const { person, ...filter } = auditInput.parse(input ?? {})
      const pnr = person === undefined ? null : plainPnr(person)
      await auditor.record(db, { actor: ctx.actor, action: 'audit.list', outcome: 'read', pnr })
      const personRef = pnr === null ? undefined : auditor.personRef(pnr)
      return listAudit(db, { ...filter, personRef, authority: ctx.actor.authority })
    }),
  verify: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<Verified> => verifyAudit(ctx.services.db)),
})
