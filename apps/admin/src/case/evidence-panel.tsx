import { InlineMessage } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showExactMoment } from '../ui/times.ts'
import { DecisionForm } from './decision-form.tsx'
import { EvidenceEntries, EvidenceFields, Sent } from './evidence-tables.tsx'
import { RefreshEvidence } from './refresh-evidence.tsx'
import type { CaseView } from './use-case-command.ts'

export type Evidence = Outputs['cases']['evidence']

/** What is known about a save that got no answer, and the decision where nothing settles it. */
export const EvidencePanel = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { caseId, version } = view
  const query = useQuery(trpc.cases.evidence.queryOptions({ caseId }))
  return (
    <section className="card evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title" className="card-title">
        {t('evidence.title')}
      </h2>
      <Panel query={query} rows={6}>
        {(evidence) => (
          <>
            <Verdict evidence={evidence} />
            {evidence.may.undoAfterwards && <Duplicate caseId={caseId} />}
            <Sent evidence={evidence} />
            <EvidenceEntries evidence={evidence} />
            <EvidenceFields evidence={evidence} />
            {(evidence.may.decide || evidence.may.propose) && (
              <DecisionForm key={version} evidence={evidence} />
            )}
          </>
        )}
      </Panel>
    </section>
  )
}

/** What the decision table makes of it comes first: it is what a person needs. */
const Verdict = ({ evidence }: { readonly evidence: Evidence }) => {
  const { t, text } = useTexts()
  const { readAt, says, supports, may } = evidence
  return (
    <div className="verdict">
      <p className="plain">
        <strong>{text(says)}.</strong>
      </p>
      <p className="plain">{t(`evidence.speaksFor.${supports ?? 'neither'}`)}</p>
      <p className="subtle plain">
        {readAt === null
          ? t('evidence.notRead')
          : t('evidence.readAt', { at: showExactMoment(readAt) })}
      </p>
      {may.refresh && <RefreshEvidence evidence={evidence} />}
      {!may.decide && !may.propose && (
        <InlineMessage status="info" size="small">
          {t('evidence.waitingText')}
        </InlineMessage>
      )}
    </div>
  )
}

const Duplicate = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts()
  return (
    <InlineMessage status="warning" size="small">
      <strong>{t('evidence.duplicateTitle')}</strong>. {t('evidence.duplicateText')}{' '}
      <Link to={paths.change} params={{ caseId }} className="aksel-link">
        {t('evidence.duplicateLink')}
      </Link>
    </InlineMessage>
  )
}
