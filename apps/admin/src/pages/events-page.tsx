import { Search, Table } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { byGroup, type EventSummary, matches } from '../new-case/event-groups.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.events)

/** Everything that can happen to a person, and how it is reported. */
export const EventsPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { text = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(trpc.catalogue.events.queryOptions(undefined, { staleTime: Infinity }))
  const found = query.data?.filter((event) => matches(event, text)) ?? []
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
      </p>
      <Panel query={query} rows={9} isEmpty={() => found.length === 0} empty={t('events.none')}>
        {() => <EventTable events={found} />}
      </Panel>
    </>
  )
}

const EventTable = ({ events }: { readonly events: readonly EventSummary[] }) => {
  const { t, text } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('events.title')} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {(
              ['name', 'service', 'kind', 'fields', 'rules', 'followOns', 'reporters'] as const
            ).map((column) => (
              <Table.HeaderCell key={column} scope="col" textSize="small">
                {t(`events.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        {byGroup(events).map(({ group, events: inGroup }) => (
          <Table.Body key={group.id}>
            <Table.Row>
              <Table.HeaderCell scope="rowgroup" colSpan={7} textSize="small" className="group-row">
                {text(group.name)}
              </Table.HeaderCell>
            </Table.Row>
            {inGroup.map((event) => (
              <Table.Row key={event.event}>
                <Table.DataCell>
                  <Link to={paths.event} params={{ event: event.event }} className="aksel-link">
                    {text(event.name)}
                  </Link>
                </Table.DataCell>
                <Table.DataCell className="mono nowrap">{event.service}</Table.DataCell>
                <Table.DataCell>
                  {[
                    event.primary ? t('events.primary') : [],
                    event.secondary ? t('events.secondary') : [],
                  ]
                    .flat()
                    .join(', ')}
                </Table.DataCell>
                <Table.DataCell>{event.fields}</Table.DataCell>
                <Table.DataCell>{event.rules}</Table.DataCell>
                <Table.DataCell>{event.followOns}</Table.DataCell>
                <Table.DataCell>
                  {event.reporters.map(({ name }) => text(name)).join(', ')}
                </Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        ))}
      </Table>
    </div>
  )
}
