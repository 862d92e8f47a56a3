import { InlineMessage, LocalAlert } from '@navikt/ds-react'
import { ownerNames } from '@sagsgang/machines'
import { Link } from '@tanstack/react-router'

import { LandingButton } from '../landing/landing-button.tsx'
import { paths } from '../paths.ts'
import { Due } from '../stuck/causes.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Differences } from './differences.tsx'
import { ResumeCase, Resumed, useResumingCase } from './resume-case.tsx'
import type { CaseView } from './use-case-command.ts'

interface BannersProps {
  readonly view: CaseView
}

/** Why nothing happens, and what a person can do about it. */
export const Banners = ({ view }: BannersProps) => {
  const resuming = useResumingCase(view)
  return (
    <>
      <Elsewhere view={view} />
      {view.blockers.length > 0 && <Blocked view={view} />}
      {view.status === 'stuck' && <Stuck view={view} resuming={resuming} />}
      {resuming.runId !== undefined && <Resumed runId={resuming.runId} />}
      {view.status === 'inDoubt' && <InDoubt view={view} />}
      {(view.status === 'waiting' || view.status === 'reporting') && <Quiet />}
    </>
  )
}

interface StuckProps {
  readonly view: CaseView
  readonly resuming: ReturnType<typeof useResumingCase>
}

const Stuck = ({ view, resuming }: StuckProps) => {
  const { t, text } = useTexts()
  return (
    <LocalAlert status="error" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('case.stuckTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {view.health.text !== undefined && <p className="plain">{text(view.health.text)}</p>}
        {view.health.remedy !== undefined && <p className="plain">{text(view.health.remedy)}</p>}
        <Standing health={view.health} />
        <Differences view={view} />
        <ResumeCase view={view} resuming={resuming} />
        <LandingButton caseId={view.caseId} />
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** Whose it is to solve, and by when. */
const Standing = ({ health: { owner, due } }: Pick<CaseView, 'health'>) => {
  const { t, text } = useTexts()
  if (owner === undefined) return null
  return (
    <p className="plain">
      {t('stuck.owner', { owner: text(ownerNames[owner]) })} · {t('stuck.due')}:{' '}
      <Due at={due?.at ?? null} overdue={due?.overdue ?? false} />
    </p>
  )
}

const Blocked = ({ view }: BannersProps) => {
  const { t, text } = useTexts()
  return (
    <LocalAlert status="warning" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('case.blockedTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul className="running">
          {view.blockers.map((blocker) => (
            <li key={blocker.da}>{text(blocker)}</li>
          ))}
        </ul>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** Where the fact is kept by another case. */
const Elsewhere = ({ view }: BannersProps) => {
  const { t } = useTexts()
  const other = view.takenBackBy ?? view.replacement
  if (other === null) return null
  return (
    <InlineMessage status="info" size="small">
      {view.takenBackBy === null ? t('case.replaced') : t('case.takenBack')}{' '}
      <Link to={paths.case} params={{ caseId: other }} className="aksel-link">
        {t('case.takenBackBy')}
      </Link>
    </InlineMessage>
  )
}

const Quiet = () => {
  const { t } = useTexts()
  return (
    <InlineMessage status="info" size="small">
      {t('case.quiet')}
    </InlineMessage>
  )
}

/** What is known, and the decision, stand in a panel of their own. */
const InDoubt = ({ view }: BannersProps) => {
  const { t } = useTexts()
  const isToDecide = view.activeStates.some((id) => id.endsWith('/deciding'))
  return (
    <LocalAlert status="warning" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">
          {isToDecide ? t('case.decideTitle') : t('case.inDoubtTitle')}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="plain">{isToDecide ? t('case.decideText') : t('case.inDoubtText')}</p>
        <LandingButton caseId={view.caseId} />
      </LocalAlert.Content>
    </LocalAlert>
  )
}
