import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { EventChoice } from '../new-case/event-choice.tsx'
import { MaintenanceChoice } from '../new-case/maintenance-choice.tsx'
import { OpeningForm } from '../new-case/opening-form.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.newCase)

export const NewCasePage = () => {
  const { t } = useTexts()
  const { event } = route.useSearch()
  return (
    <>
      <PageTitle title={t('newCase.title')}>{t('newCase.title')}</PageTitle>
      {event === undefined ? <Choosing /> : <Opening event={event} />}
    </>
  )
}

const Choosing = () => {
  const trpc = useTRPC()
  const navigate = route.useNavigate()
  const query = useQuery(trpc.catalogue.events.queryOptions(undefined, { staleTime: Infinity }))
  return (
    <Panel query={query} rows={6}>
      {(events) => (
        <EventChoice
          events={events}
          onChoose={(event) => void navigate({ search: { event } })}
          more={(words) => <Maintaining words={words} />}
        />
      )}
    </Panel>
  )
}

/** What is maintained is a row: the way there goes through the person's history. */
const Maintaining = ({ words }: { readonly words: string }) => {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const kinds = useQuery(trpc.catalogue.dataTypes.queryOptions(undefined, { staleTime: Infinity }))
  const services = useQuery(
    trpc.catalogue.maintenance.queryOptions(undefined, { staleTime: Infinity }),
  )
  return (
    <Panel query={kinds} rows={1}>
      {(all) => (
        <MaintenanceChoice
          kinds={all}
          services={services.data ?? []}
          words={words}
          onChoose={(operation) => void navigate({ to: paths.history, search: { operation } })}
        />
      )}
    </Panel>
  )
}

const Opening = ({ event }: { readonly event: string }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const navigate = route.useNavigate()
  const query = useQuery(trpc.catalogue.event.queryOptions({ event }, { staleTime: Infinity }))
  return (
    <Panel query={query} rows={4}>
      {(view) =>
        view.kind === 'maintenance' ? (
          <Navigate to={paths.history} search={{ operation: view.event }} replace />
        ) : (
          <>
            <h2 className="section-title" id="chosen-event">
              {text(view.name)}{' '}
              <Button
                size="xsmall"
                variant="tertiary"
                onClick={() => void navigate({ search: { event: undefined } })}
              >
                {t('newCase.change')}
              </Button>
            </h2>
            <OpeningForm key={view.event} event={view} />
          </>
        )
      }
    </Panel>
  )
}
