import { auditRouter } from './audit.ts'
import { casesRouter } from './cases.ts'
import { catalogueRouter } from './catalogue.ts'
import { identities, me } from './me.ts'
import { registerRouter } from './register.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  me,
  identities,
  catalogue: catalogueRouter,
  cases: casesRouter,
  register: registerRouter,
  audit: auditRouter,
})

export type AppRouter = typeof appRouter
