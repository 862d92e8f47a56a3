import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { useTRPC } from '../api.ts'
import { useRemembered } from '../history/remembered.ts'
import { formId, type Given, OneService } from '../look-up/one-service.tsx'
import { PurposeField } from '../look-up/purpose-field.tsx'
import { ServiceList } from '../look-up/service-list.tsx'
import { listed, type LookUpService } from '../look-up/services.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.lookUp)

/** Purpose, lookup, keys: then what the register says. Which lookup stands in the address; everything else in memory. */
export const LookUpPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const services = useQuery(
    trpc.catalogue.services.queryOptions(undefined, { staleTime: Infinity }),
  )
  return (
    <>
      <div className="head">
        <PageTitle title={t('lookUp.title')}>{t('lookUp.title')}</PageTitle>
        <ButtonLink to={paths.history} variant="secondary">
          {t('history.ofPerson')}
        </ButtonLink>
      </div>
      <p className="plain">{t('lookUp.intro')}</p>
      <Panel query={services} rows={8}>
        {(all) => <LookingUp services={listed(all)} />}
      </Panel>
    </>
  )
}

const LookingUp = ({ services }: { readonly services: readonly LookUpService[] }) => {
  const { t } = useTexts()
  const { service: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  const { recall, remember } = useRemembered()
  const [given, setGiven] = useState<Given>(() => ({
    purpose: recall()?.purpose ?? '',
    person: recall()?.person ?? '',
    values: {},
  }))
  const [isTried, setTried] = useState(false)
  const chosen = chosenIn(services, wanted)
  const heading = useFocusOnChange(chosen?.service)
  const give = (change: Partial<Given>) => setGiven({ ...given, ...change })
  const choose = (service: string | undefined) => {
    if (service === chosen?.service) heading.current?.focus()
    void navigate({ search: { service } })
  }
  return (
    <>
      <PurposeField
        form={formId}
        value={given.purpose}
        isTried={isTried}
        onChange={(purpose) => give({ purpose })}
      />
      <div className="look-up">
        <ServiceList services={services} chosen={chosen?.service} onChoose={choose} />
        <section className="look-up-main" aria-label={t('lookUp.title')}>
          {chosen === undefined ? (
            <p className="empty">{t('lookUp.gone', { service: wanted ?? '' })}</p>
          ) : (
            <OneService
              key={chosen.service}
              service={chosen}
              heading={heading}
              given={given}
              onGive={give}
              onTry={() => setTried(true)}
              onAsk={({ person, purpose }) => person !== undefined && remember({ person, purpose })}
              onLookUp={(person) => {
                give({ person })
                choose(services[0]?.service)
              }}
            />
          )}
        </section>
      </div>
    </>
  )
}

/** The first lookup is the one that most people want. */
const chosenIn = (services: readonly LookUpService[], wanted: string | undefined) =>
  wanted === undefined
    ? services[0]
    : services.find(({ service }) => service.toLowerCase() === wanted.toLowerCase())

/** Whoever chose another lookup goes on with its form, not with the rest of the list. */
const useFocusOnChange = (service: string | undefined) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(service)
  useEffect(() => {
    if (shown.current === service) return
    shown.current = service
    heading.current?.focus()
  }, [service])
  return heading
}
