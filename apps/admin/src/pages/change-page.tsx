import { Radio, RadioGroup } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'

import { useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { Correcting } from '../undo/correcting.tsx'
import { Undoing } from '../undo/undoing.tsx'

const route = getRouteApi(paths.change)
const ways = ['correct', 'undo', 'former'] as const
type Way = (typeof ways)[number]

export const ChangePage = () => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { caseId } = route.useParams()
  const query = useQuery(trpc.cases.get.queryOptions({ caseId }))
  return (
    <>
      {query.data !== undefined && (
        <p className="case-facts">
          {t('undo.head', { number: query.data.number, event: text(query.data.eventName) })} ·{' '}
          <Link to={paths.case} params={{ caseId }} className="aksel-link">
            {t('undo.back')}
          </Link>
        </p>
      )}
      <PageTitle title={t('undo.title')}>{t('undo.title')}</PageTitle>
      <Panel query={query} rows={6}>
        {(view) => <Ways key={view.caseId} view={view} />}
      </Panel>
    </>
  )
}

/** The three ways of the handbook, each with what is kept. */
const Ways = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const [way, setWay] = useState<Way>('undo')
  const Chosen = parts[way]
  return (
    <div className="change">
      <RadioGroup
        size="small"
        legend={t('undo.what')}
        value={way}
        onChange={(word: Way) => setWay(word)}
      >
        {ways.map((one) => (
          <Radio key={one} value={one} description={t(`undo.${one}Kept`)}>
            {t(`undo.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Chosen view={view} />
    </div>
  )
}

const Former = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  return (
    <div className="change-order">
      <p>{t('undo.formerHow')}</p>
      <ButtonLink
        to={paths.newCase}
        search={{ event: view.event }}
        className="start"
        variant="secondary"
      >
        {t('undo.formerOpen')}
      </ButtonLink>
    </div>
  )
}

const parts: Readonly<Record<Way, ComponentType<{ readonly view: CaseView }>>> = {
  correct: Correcting,
  undo: Undoing,
  former: Former,
}
