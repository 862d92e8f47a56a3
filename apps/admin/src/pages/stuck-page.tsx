import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { LiveMark } from '../shell/live-mark.tsx'
import { CauseCases } from '../stuck/cause-cases.tsx'
import { Causes, type StuckGroup } from '../stuck/causes.tsx'
import { Decisions } from '../stuck/decisions.tsx'
import { Landings } from '../stuck/landings.tsx'
import { LostToDecide } from '../stuck/lost-to-decide.tsx'
import { RunItems } from '../stuck/run-items.tsx'
import { Runs } from '../stuck/runs.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'

const route = getRouteApi(paths.stuck)

export const StuckPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.stuckGroups.queryOptions())
  const { cause, cursors = [], run } = route.useSearch()
  const navigate = route.useNavigate()
  const groups = query.data ?? []
  // A cause stays chosen when its last case is solved: what came of it is still to be read.
  const chosen = cause ?? groups[0]?.cause
  const show = (runId: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, run: runId }), resetScroll: false })
  return (
    <>
      <div className="head">
        <PageTitle title={t('stuck.title')}>{t('stuck.title')}</PageTitle>
        <div className="head-end">
          {groups.length > 0 && <Summary groups={groups} />}
          <LiveMark />
        </div>
      </div>
      <div className="two">
        <div>
          <section aria-labelledby="groups-title">
            <h2 id="groups-title" className="card-title">
              {t('stuck.groups')}
            </h2>
            <Panel
              query={query}
              isEmpty={() => groups.length === 0}
              empty={
                <>
                  <p className="plain">{t('stuck.none')}</p>
                  <p className="subtle plain">{t('stuck.noneNote')}</p>
                </>
              }
            >
              {() => <Causes groups={groups} chosen={chosen} />}
            </Panel>
          </section>
          <Decisions />
          <LostToDecide />
          <Landings />
          <Runs shown={run} onShow={show} />
        </div>
        <div>
          {run !== undefined && <RunItems key={run} runId={run} />}
          {chosen !== undefined && (
            <CauseCases
              cause={chosen}
              cursors={cursors}
              onGo={(next) => void navigate({ search: (before) => ({ ...before, cursors: next }) })}
              onOrdered={show}
            />
          )}
        </div>
      </div>
    </>
  )
}

/** How many, and since when the first of them. */
const Summary = ({ groups }: { readonly groups: readonly StuckGroup[] }) => {
  const { t } = useTexts()
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const [since = ''] = groups.map(({ firstAt }) => firstAt).toSorted()
  return <span>{t('stuck.summary', { count, since: showMoment(since) })}</span>
}
