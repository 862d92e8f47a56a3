import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { da } from '../texts/da.ts'

/** A report that the submission log knows, of a case that the store does not. */
export type Lost = Outputs['operations']['lostSubmissions'][number]

type LoggedState = keyof typeof da.lost.states

// A store may be set back while somebody looks.
const seldom = 60_000

export const useLost = () =>
  useQuery(
    useTRPC().operations.lostSubmissions.queryOptions(undefined, { refetchInterval: seldom }),
  )

const isState = (word: string): word is LoggedState => word in da.lost.states

/** What nobody has heard of is as good as nothing heard. */
export const loggedState = ({ state }: Lost): LoggedState => (isState(state) ? state : 'inDoubt')
