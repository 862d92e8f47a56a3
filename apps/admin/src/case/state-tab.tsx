import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { takenAlong } from '../statechart/chart-marks.ts'
import { Chart } from '../statechart/chart.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { activeIn, visitedIn } from './active-states.ts'
import type { CaseView } from './use-case-command.ts'

const route = getRouteApi(paths.case)

/** Where the case is and has been; what has been comes from the journal. */
export const StateTab = ({ view }: { readonly view: CaseView }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const navigate = route.useNavigate()
  const { data: journal = [] } = useQuery(trpc.cases.journal.queryOptions({ caseId: view.caseId }))
  const values = journal.map(({ state }) => state)
  const stays = values.map(activeIn)
  return (
    <Chart
      event={view.event}
      title={t('chart.title', { event: text(view.eventName) })}
      marksOn={(transitions) => ({
        active: new Set(view.activeStates),
        visited: visitedIn(values),
        taken: takenAlong(stays, transitions),
      })}
      onChoose={(state) => void navigate({ search: { tab: 'journal', state }, resetScroll: false })}
    />
  )
}
