import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { countText } from '../queue/count-text.ts'
import { useTexts } from '../texts/use-texts.ts'

const tabs = [
  { to: paths.queue, text: 'queue' },
  { to: paths.stuck, text: 'stuck' },
  { to: paths.events, text: 'events' },
  { to: paths.lookUp, text: 'lookUp' },
  { to: paths.audit, text: 'audit' },
  { to: paths.operations, text: 'operations' },
] as const

export const Tabs = () => {
  const { t } = useTexts()
  return (
    <nav className="tabs" aria-label={t('shell.tabs')}>
      {tabs.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === paths.queue, includeSearch: false }}
          className="tab"
        >
          {t(`shell.${text}`)}
          {text === 'stuck' && <StuckCount />}
        </Link>
      ))}
    </nav>
  )
}

const StuckCount = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.cases.counts.queryOptions())
  if (data === undefined || data.stuck === 0) return null
  return (
    <span className="count">
      <span aria-hidden>{countText(data.stuck, data)}</span>
      <span className="sr-only">{t('shell.stuckCount', { count: data.stuck })}</span>
    </span>
  )
}
