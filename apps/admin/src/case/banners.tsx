import { Button, InlineMessage, LocalAlert } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { CommandButton } from './command-button.tsx'
import { type CaseCommand, type CaseView, isAllowed } from './use-case-command.ts'

interface BannersProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

/** Why nothing happens, and what a person can do about it. */
export const Banners = ({ view, command }: BannersProps) => (
  <>
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
