import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'

import {
  caseSearch,
  eventsSearch,
  historySearch,
  lookUpSearch,
  newCaseSearch,
  queueSearch,
  stuckSearch,
} from './addresses.ts'
import { MissingPage } from './pages/missing-page.tsx'
import { WorkQueuePage } from './pages/work-queue-page.tsx'
import { paths } from './paths.ts'
import { Shell } from './shell/shell.tsx'

/** The work queue comes with the shell; every other page is fetched when it is first opened. */
const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage })

const queue = createRoute({
  getParentRoute: () => root,
  path: paths.queue,
  validateSearch: queueSearch,
  component: WorkQueuePage,
})

const newCase = createRoute({
  getParentRoute: () => root,
  path: paths.newCase,
  validateSearch: newCaseSearch,
  component: lazyRouteComponent(() => import('./pages/new-case-page.tsx'), 'NewCasePage'),
})

const oneCase = createRoute({
  getParentRoute: () => root,
  path: paths.case,
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('./pages/case-page.tsx'), 'CasePage'),
})

const change = createRoute({
  getParentRoute: () => root,
  path: paths.change,
  component: lazyRouteComponent(() => import('./pages/change-page.tsx'), 'ChangePage'),
})

const stuck = createRoute({
  getParentRoute: () => root,
  path: paths.stuck,
  validateSearch: stuckSearch,
  component: lazyRouteComponent(() => import('./pages/stuck-page.tsx'), 'StuckPage'),
})

const events = createRoute({
  getParentRoute: () => root,
  path: paths.events,
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('./pages/events-page.tsx'), 'EventsPage'),
})

const event = createRoute({
  getParentRoute: () => root,
  path: paths.event,
  component: lazyRouteComponent(() => import('./pages/event-page.tsx'), 'EventPage'),
})

const lookUp = createRoute({
  getParentRoute: () => root,
  path: paths.lookUp,
  validateSearch: lookUpSearch,
  component: lazyRouteComponent(() => import('./pages/look-up-page.tsx'), 'LookUpPage'),
})

const history = createRoute({
  getParentRoute: () => root,
  path: paths.history,
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('./pages/history-page.tsx'), 'HistoryPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: paths.audit,
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
})

const operations = createRoute({
  getParentRoute: () => root,
  path: paths.operations,
  component: lazyRouteComponent(() => import('./pages/operations-page.tsx'), 'OperationsPage'),
})

const routeTree = root.addChildren([
  queue,
  newCase,
  oneCase,
  change,
  stuck,
  events,
  event,
  lookUp,
  history,
  audit,
  operations,
])

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
