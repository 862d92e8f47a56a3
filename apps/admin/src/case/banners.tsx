import { Button, InlineMessage, LocalAlert } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { CommandButton } from './command-button.tsx'
import { Differences } from './differences.tsx'
import { type CaseCommand, type CaseView, isAllowed } from './use-case-command.ts'

interface BannersProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

/** Why nothing happens, and what a person can do about it. */
export const Banners = ({ view, command }: BannersProps) => (
  <>
    <Elsewhere view={view} />
    {view.blockers.length > 0 && <Blocked view={view} />}
    {view.status === 'stuck' && <Stuck view={view} command={command} />}
    {view.status === 'inDoubt' && <InDoubt view={view} command={command} />}
    {(view.status === 'waiting' || view.status === 'reporting') && <Quiet />}
  </>
)

const Stuck = ({ view, command }: BannersProps) => {
  const { t, text } = useTexts()
  return (
    <LocalAlert status="error" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('case.stuckTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {view.health.text !== undefined && <p className="plain">{text(view.health.text)}</p>}
        <Differences view={view} />
        <CommandButton
          view={view}
          command="resume"
          busy={command.isPending}
          onClick={() => command.mutate({ type: 'resume' })}
        >
          {t('case.resume')}
        </CommandButton>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

const Blocked = ({ view }: Pick<BannersProps, 'view'>) => {
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
const Elsewhere = ({ view }: Pick<BannersProps, 'view'>) => {
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

type Outcome = 'applied' | 'notApplied'

const InDoubt = ({ view, command }: BannersProps) => {
  const { t } = useTexts()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const canDecide = isAllowed(view, 'decide')
  return (
    <LocalAlert status="warning" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">
          {canDecide ? t('case.decideTitle') : t('case.inDoubtTitle')}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="plain">{canDecide ? t('case.decideText') : t('case.inDoubtText')}</p>
        {canDecide && (
          <div className="buttons">
            <Button size="small" variant="secondary" onClick={() => setOutcome('applied')}>
              {t('case.decideApplied')}
            </Button>
            <Button size="small" variant="secondary" onClick={() => setOutcome('notApplied')}>
              {t('case.decideNotApplied')}
            </Button>
          </div>
        )}
        <ReasonDialog
          open={outcome !== null}
          title={t('case.decideTitle')}
          text={outcome === 'applied' ? t('case.decideApplied') : t('case.decideNotApplied')}
          confirm={t('case.decideConfirm')}
          busy={command.isPending}
          onConfirm={(reason) =>
            outcome !== null &&
            command.mutate(
              { type: 'decide', outcome, reason },
              { onSuccess: () => setOutcome(null) },
            )
          }
          onClose={() => setOutcome(null)}
        />
      </LocalAlert.Content>
    </LocalAlert>
  )
}
