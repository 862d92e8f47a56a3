import { InlineMessage } from '@navikt/ds-react'
import { ownerNames } from '@sagsgang/machines'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { type Outputs, useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTurner } from '../ui/page-turner.tsx'
import { Panel } from '../ui/panel.tsx'
import { CauseActions } from './cause-actions.tsx'
import { selectionOf } from './selection.ts'
import { StuckTable } from './stuck-table.tsx'
import { useAssigning } from './use-assigning.ts'
import { useOrdering } from './use-ordering.ts'

type Preview = Outputs['operations']['previewResume']

interface CauseCasesProps {
  readonly cause: string
  readonly cursors: readonly string[]
  readonly onGo: (cursors: string[] | undefined) => void
  readonly onOrdered: (runId: string) => void
}

const pageSize = 25

/** One cause: what can be done about it, and its cases. */
export const CauseCases = ({ cause, cursors, onGo, onOrdered }: CauseCasesProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.operations.previewResume.queryOptions(
      { cause, cursor: cursors.at(-1), limit: pageSize },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Panel
      query={query}
      rows={8}
      isEmpty={({ total }) => total === 0}
      empty={<p className="plain">{t('stuck.noneLeft')}</p>}
    >
      {(preview) => (
        <>
          <Chosen key={cause} preview={preview} onOrdered={onOrdered} />
          <PageTurner cursors={cursors} next={preview.next} onGo={onGo} />
        </>
      )}
    </Panel>
  )
}

interface ChosenProps {
  readonly preview: Preview
  readonly onOrdered: (runId: string) => void
}

const Chosen = ({ preview, onOrdered }: ChosenProps) => {
  const { t, text } = useTexts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ordering = useOrdering((runId) => {
    setChosen(new Set())
    onOrdered(runId)
  })
  const assigning = useAssigning()
  const selection = selectionOf(preview, chosen)
  const { length } = selection.picked
  return (
    <section aria-labelledby="cause-title">
      <div className="head">
        <h2 id="cause-title" className="card-title">
          {text(preview.text)}
        </h2>
        <CauseActions {...{ preview, selection, ordering, assigning }} />
      </div>
      <p className="plain">
        {text(preview.remedy)}. {t('stuck.owner', { owner: text(ownerNames[preview.owner]) })}.
      </p>
      <div role="status">
        {length > 0 && <p className="plain">{t('stuck.chosen', { count: length })}</p>}
        {assigning.data !== undefined && (
          <p className="plain">{t('stuck.assigned', assigning.data)}</p>
        )}
      </div>
      {ordering.error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(ordering.error, t)}
        </InlineMessage>
      )}
      <StuckTable cases={preview.cases} chosen={chosen} onChoose={setChosen} />
    </section>
  )
}
