import { Radio, RadioGroup } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'

import { useTRPC } from '../api.ts'
import { UndoProgress } from '../case/undo-progress.tsx'
import type { CaseView } from '../case/use-case-command.ts'
import { HistoryLinks } from '../history/history-links.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { Correcting } from '../undo/correcting.tsx'
import { LateReporting } from '../undo/late-reporting.tsx'
import { type Way, ways } from '../undo/planned.ts'
import { Undoing, type WayProps } from '../undo/undoing.tsx'

const route = getRouteApi(paths.change)

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
      {query.data !== undefined && <HistoryLinks view={query.data} />}
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
    <>
      {view.status === 'partlyUndone' && <UndoProgress view={view} />}
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
        <Chosen view={view} onWay={setWay} />
      </div>
    </>
  )
}

const parts: Readonly<Record<Way, ComponentType<WayProps>>> = {
  correct: Correcting,
  undo: Undoing,
  former: LateReporting,
}
