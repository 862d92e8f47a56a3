import { auditRouter } from './audit.ts'
import { casesRouter } from './cases.ts'
import { catalogueRouter } from './catalogue.ts'
import { identities, me } from './me.ts'
import { meteringRouter } from './metering.ts'
import { operationsRouter } from './operations.ts'
import { registerRouter } from './register.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  me,
  identities,
  catalogue: catalogueRouter,
  cases: casesRouter,
  register: registerRouter,
  audit: auditRouter,
  operations: operationsRouter,
  metering: meteringRouter,
})

export type AppRouter = typeof appRouter

// oxlint-disable-next-line no-underscore-dangle -- there is no other way to walk a router
const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures

/** Every procedure by its full name, for whoever must look at them all. */
export const procedureNames: readonly string[] = Object.keys(procedures)
