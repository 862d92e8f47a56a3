import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { DataTable } from './data-tab.tsx'

interface CaseAsItWasProps {
  readonly caseId: string
  readonly seq: number
}

export const CaseAsItWas = ({ caseId, seq }: CaseAsItWasProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.cases.at.queryOptions({ caseId, seq }, { placeholderData: keepPreviousData }),
  )
  return (
    <section className="card past" aria-labelledby="past-title">
      <h3 id="past-title" className="card-title">
        {t('journal.past')}
      </h3>
      <Panel query={query} rows={3}>
        {(past) => (
          <>
            <p className="plain">
              <StatusTag status={past.status} /> {text(past.waitsFor)}
            </p>
            <DataTable view={past} />
          </>
        )}
      </Panel>
    </section>
  )
}
