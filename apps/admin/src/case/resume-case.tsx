import { InlineMessage } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import { useOrdering } from '../stuck/use-ordering.ts'
import { pauseBetween } from '../stuck/use-progress.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CommandButton } from './command-button.tsx'
import type { CaseView } from './use-case-command.ts'

/** One case is tried like many: probed, resumed and followed until it is known what came of it. */
export const useResumingCase = ({ caseId, health }: CaseView) => {
  const [runId, setRunId] = useState<string>()
  const ordering = useOrdering(setRunId)
  const resume = () => ordering.mutate({ cause: health.cause ?? '', caseIds: [caseId] })
  return { runId, ordering, resume }
}

interface ResumingProps {
  readonly view: CaseView
  readonly resuming: ReturnType<typeof useResumingCase>
}

export const ResumeCase = ({ view, resuming: { ordering, resume } }: ResumingProps) => {
  const { t } = useTexts()
  return (
    <>
      <CommandButton view={view} command="resume" busy={ordering.isPending} onClick={resume}>
        {t('case.resume')}
      </CommandButton>
      {ordering.error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(ordering.error, t)}
        </InlineMessage>
      )}
    </>
  )
}

const tones = {
  verified: 'success',
  notVerified: 'warning',
  stillFailing: 'error',
  notReady: 'warning',
} as const

const isEnd = (state: string): state is keyof typeof tones => state in tones

/** Stays when the case no longer is stuck: what came of it is said, never left to be guessed. */
export const Resumed = ({ runId }: { readonly runId: string }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.operations.resumeRun.queryOptions(
      { runId },
      { refetchInterval: ({ state }) => pauseBetween(state.data) },
    ),
  )
  const item = data?.items[0]
  return (
    <div role="status">
      {item !== undefined && (
        <InlineMessage status={isEnd(item.state) ? tones[item.state] : 'info'} size="small">
          {t(`stuck.item.${item.state}`)}
          {item.reason !== null && `: ${text(item.reason)}`}
        </InlineMessage>
      )}
    </div>
  )
}
