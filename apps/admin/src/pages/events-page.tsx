import { Search } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { EventTable, type EventColumn } from '../catalogue/event-table.tsx'
import { ReceiptTable } from '../catalogue/receipt-table.tsx'
import { matches } from '../new-case/event-groups.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.events)

const eventColumns: readonly EventColumn[] = [
  'name',
  'service',
  'kind',
  'fields',
  'rules',
  'followOns',
  'reporters',
]
const serviceColumns: readonly EventColumn[] = ['name', 'service', 'fields', 'rules', 'reporters']

/** Everything that can happen to a person, and how it is reported, and how what stands is maintained. */
export const EventsPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { text = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(trpc.catalogue.events.queryOptions(undefined, { staleTime: Infinity }))
  const upkeep = useQuery(
    trpc.catalogue.maintenance.queryOptions(undefined, { staleTime: Infinity }),
  )
  const found = query.data?.filter((event) => matches(event, text)) ?? []
  const services = upkeep.data?.filter((event) => matches(event, text)) ?? []
  return (
    <>
      <PageTitle title={t('events.title')}>{t('events.title')}</PageTitle>
      <form
        role="search"
        aria-label={t('events.search')}
        className="narrow"
        onSubmit={(event) => event.preventDefault()}
      >
        <Search
          size="small"
          variant="simple"
          label={t('events.search')}
          hideLabel={false}
          value={text}
          onChange={(words) =>
            void navigate({ search: { text: words || undefined }, replace: true })
          }
        />
      </form>
      <p role="status" className="hint">
        {query.data !== undefined && t('events.count', { count: found.length })}
        {upkeep.data !== undefined && `, ${t('maintaining.count', { count: services.length })}`}
      </p>
      <h2 className="section-title">{t('maintaining.events')}</h2>
      <Panel query={query} rows={9} isEmpty={() => found.length === 0} empty={t('events.none')}>
        {() => <EventTable label={t('maintaining.events')} events={found} columns={eventColumns} />}
      </Panel>
      <h2 className="section-title">{t('maintaining.services')}</h2>
      <p className="plain">{t('maintaining.intro')}</p>
      <Panel
        query={upkeep}
        rows={9}
        isEmpty={() => services.length === 0}
        empty={t('maintaining.none')}
      >
        {() => (
          <EventTable
            label={t('maintaining.services')}
            events={services}
            columns={serviceColumns}
          />
        )}
      </Panel>
      <h2 className="section-title">{t('receipts.title')}</h2>
      <p className="plain">{t('receipts.intro')}</p>
      <ReceiptTable wanted={text} />
    </>
  )
}
