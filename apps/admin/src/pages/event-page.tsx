import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { type Outputs, useTRPC } from '../api.ts'
import {
  Changes,
  Deadlines,
  Fields,
  FollowOnList,
  MaintenanceList,
  Rules,
  Section,
} from '../catalogue/event-sections.tsx'
import { paths } from '../paths.ts'
import { noMarks } from '../statechart/chart-marks.ts'
import { Chart } from '../statechart/chart.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

type EventView = Outputs['catalogue']['event']
const route = getRouteApi(paths.event)

export const EventPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { event } = route.useParams()
  const query = useQuery(trpc.catalogue.event.queryOptions({ event }, { staleTime: Infinity }))
  return (
    <>
      {query.data === undefined && (
        <PageTitle title={t('events.title')}>{t('events.title')}</PageTitle>
      )}
      <Panel query={query} rows={8}>
        {(view) => <WholeEvent event={view} />}
      </Panel>
    </>
  )
}

const WholeEvent = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  const name = text(event.name)
  const reporters = event.reporters.map((reporter) => text(reporter.name)).join(', ')
  return (
    <>
      <div className="head">
        <PageTitle title={name}>{name}</PageTitle>
        {event.mayOpen && event.kind === 'event' && (
          <ButtonLink to={paths.newCase} search={{ event: event.event }}>
            {t('events.start')}
          </ButtonLink>
        )}
        {event.mayOpen && event.kind === 'maintenance' && (
          <ButtonLink to={paths.history} search={{ operation: event.event }}>
            {t('maintaining.start')}
          </ButtonLink>
        )}
      </div>
      <p className="plain">
        <span className="mono">{event.service}</span> · {t('events.reporters')}: {reporters}
      </p>
      {event.notes !== undefined && <p className="plain">{text(event.notes)}</p>}
      <Fields event={event} />
      <Rules event={event} />
      <FollowOnList event={event} />
      <Changes event={event} />
      <Deadlines event={event} />
      <MaintenanceList event={event} />
      <Section id="chart" title={t('events.chart')}>
        <Chart
          event={event.event}
          marksOn={() => noMarks}
          title={t('chart.title', { event: text(event.name) })}
        />
      </Section>
    </>
  )
}
