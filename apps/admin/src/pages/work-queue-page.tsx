import { Button } from '@navikt/ds-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'

import { openStatuses, type QueueSearch } from '../addresses.ts'
import { type Inputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { CaseTable } from '../queue/case-table.tsx'
import { QueueFilters } from '../queue/queue-filters.tsx'
import { useSearchedPerson } from '../queue/searched-person.ts'
import { type CaseRow, useSteadyRows } from '../queue/use-steady-rows.ts'
import { LiveMark } from '../shell/live-mark.tsx'
import { useShortcuts } from '../shell/shortcuts.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Key } from '../ui/key.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PageTurner } from '../ui/page-turner.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.queue)
const pageSize = 25

/** Mine and the unit's are the open ones, unless a status is asked for; all is all. */
const toListInput = (search: QueueSearch, person: string | undefined): Inputs['cases']['list'] => {
  const { scope = 'unit', event, status, overdue, text, cursors } = search
  return {
    limit: pageSize,
    status: status ?? (scope === 'all' || person !== undefined || text ? undefined : openStatuses),
    assignee: scope === 'mine' ? 'me' : undefined,
    person,
    event,
    overdue,
    text,
    cursor: cursors?.at(-1),
  }
}

export const WorkQueuePage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const searched = useSearchedPerson()
  const person = search.person === true ? searched : undefined
  const input = toListInput(search, person)
  const query = useQuery(
    trpc.cases.list.queryOptions(input, { placeholderData: keepPreviousData, staleTime: 0 }),
  )
  const isSettled = query.isSuccess && query.isFetchedAfterMount && !query.isPlaceholderData
  const latest = query.data?.cases ?? []
  const steady = useSteadyRows(latest, JSON.stringify(input), isSettled)
  const change = (next: Partial<QueueSearch>) =>
    void navigate({ search: (before) => ({ ...before, cursors: undefined, ...next }) })
  return (
    <>
      <div className="head">
        <PageTitle title={t('queue.title')}>{t('queue.title')}</PageTitle>
        <div className="head-end">
          <LiveMark />
          <ButtonLink to={paths.newCase}>
            {t('queue.new')} <Key>N</Key>
          </ButtonLink>
        </div>
      </div>
      <QueueFilters search={search} onChange={change} />
      <div role="status" className="waiting">
        {steady.waiting.length > 0 && (
          <Button size="small" variant="tertiary" onClick={steady.showWaiting}>
            {t('queue.waitingRows', { count: steady.waiting.length })}
          </Button>
        )}
      </div>
      <Panel
        query={query}
        rows={8}
        isEmpty={() => steady.rows.length === 0}
        empty={<Nothing hasFilters={Object.keys(search).length > 0} />}
      >
        {() => <Rows rows={steady.rows} latest={latest} />}
      </Panel>
      <PageTurner
        cursors={search.cursors ?? []}
        next={query.data?.next ?? null}
        onGo={(cursors) => change({ cursors })}
      />
    </>
  )
}

interface RowsProps {
  readonly rows: readonly CaseRow[]
  readonly latest: readonly CaseRow[]
}

const Rows = ({ rows, latest }: RowsProps) => {
  const { t } = useTexts()
  const [activeId, setActiveId] = useState<string>()
  const here = rows.findIndex(({ caseId }) => caseId === activeId)
  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row !== undefined)
      document.querySelector<HTMLElement>(`[data-row="${row.caseId}"]`)?.focus()
  }
  useShortcuts({ j: () => move(here + 1), k: () => move(here - 1) })
  const stillThere = new Set(latest.map(({ caseId }) => caseId))
  const gone = new Set(rows.map(({ caseId }) => caseId).filter((id) => !stillThere.has(id)))
  return (
    <>
      <CaseTable rows={rows} gone={gone} activeId={activeId} onFocusRow={setActiveId} />
      <p className="hint">
        {t('queue.shown', { count: rows.length })} · <Key>J</Key> <Key>K</Key> {t('queue.hintMove')}{' '}
        · <Key>Enter</Key> {t('queue.hintOpen')} · <Key>?</Key> {t('queue.hintAll')}
      </p>
    </>
  )
}

const Nothing = ({ hasFilters }: { readonly hasFilters: boolean }) => {
  const { t } = useTexts()
  return (
    <>
      <p className="plain">{hasFilters ? t('queue.empty') : t('queue.nothingYet')}</p>
      {hasFilters ? (
        <Link to={paths.queue} search={{ scope: 'all' }} className="aksel-link">
          {t('queue.emptyAction')}
        </Link>
      ) : (
        <Link to={paths.newCase} className="aksel-link">
          {t('queue.nothingAction')}
        </Link>
      )}
    </>
  )
}
