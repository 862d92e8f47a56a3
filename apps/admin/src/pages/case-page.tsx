import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { Banners } from '../case/banners.tsx'
import { CaseHead } from '../case/case-head.tsx'
import { CaseTabs } from '../case/case-tabs.tsx'
import { CaseWork } from '../case/case-work.tsx'
import { EvidencePanel } from '../case/evidence-panel.tsx'
import { ExactRow } from '../case/exact-row.tsx'
import { FollowOns } from '../case/follow-ons.tsx'
import { LatestAnswer } from '../case/latest-answer.tsx'
import { Parties } from '../case/parties.tsx'
import { Stepper } from '../case/stepper.tsx'
import { UndoProgress } from '../case/undo-progress.tsx'
import { type CaseView, useCaseCommand } from '../case/use-case-command.ts'
import { LandingProposal } from '../landing/landing-proposal.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const route = getRouteApi(paths.case)

export const CasePage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { caseId } = route.useParams()
  const query = useQuery(trpc.cases.get.queryOptions({ caseId }))
  return (
    <>
      {query.data === undefined && <PageTitle title={t('case.one')}>{t('case.one')}</PageTitle>}
      <Panel query={query} rows={8}>
        {(view) => <WholeCase key={view.caseId} view={view} />}
      </Panel>
    </>
  )
}

const WholeCase = ({ view }: { readonly view: CaseView }) => {
  const { t, text } = useTexts()
  const command = useCaseCommand(view.caseId)
  const isHalfUndone = view.status === 'partlyUndone'
  return (
    <>
      <CaseHead view={view} command={command} />
      <Stepper view={view} />
      <div className="case">
        <div className="case-main">
          <p role="status" className="next" id="next-step" tabIndex={-1}>
            {t('case.next', { text: text(view.waitsFor) })}
          </p>
          <LandingProposal caseId={view.caseId} />
          <Banners view={view} />
          {view.status === 'inDoubt' && <EvidencePanel view={view} />}
          {isHalfUndone && <UndoProgress view={view} />}
          {!view.redacted && <CaseWork view={view} command={command} />}
        </div>
        <div className="case-side">
          <ExactRow view={view} />
          {!view.redacted && <Parties view={view} />}
          <FollowOns view={view} command={command} />
          {!isHalfUndone && <UndoProgress view={view} />}
          <Corrections view={view} />
          {!view.redacted && <LatestAnswer caseId={view.caseId} />}
        </div>
        <div className="case-below">
          <CaseTabs view={view} />
        </div>
      </div>
    </>
  )
}

const Corrections = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  if (view.corrections.length === 0) return null
  return (
    <section className="card" aria-labelledby="corrections-title">
      <h2 id="corrections-title" className="card-title">
        {t('case.corrections')}
      </h2>
      <ul className="parties">
        {view.corrections.map((caseId, index) => (
          <li key={caseId}>
            <Link to={paths.case} params={{ caseId }} className="aksel-link">
              {t('case.correction')} {index + 1}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
