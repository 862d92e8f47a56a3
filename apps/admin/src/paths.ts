/** Every address of the window, in one place. No personal number ever stands in one. */
export const paths = {
  queue: '/',
  newCase: '/ny-sag',
  case: '/sager/$caseId',
  change: '/sager/$caseId/ret-eller-fortryd',
  stuck: '/fastlaaste',
  events: '/haendelser',
  event: '/haendelser/$event',
  lookUp: '/registeropslag',
  history: '/registeropslag/historik',
  audit: '/revisionslog',
  operations: '/drift',
} as const
