import { Button, InlineMessage } from '@navikt/ds-react'

import { explain } from '../api-error.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Rehearsal, RehearsedStep } from './use-rehearsal.ts'

interface RehearseButtonProps {
  readonly rehearsal: Rehearsal
  /** Nothing to rehearse, or something in the way. */
  readonly isOff: boolean
  readonly onRun: () => void
}

export const RehearseButton = ({ rehearsal, isOff, onRun }: RehearseButtonProps) => {
  const { t } = useTexts()
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      className={isOff ? 'off' : ''}
      aria-disabled={isOff}
      aria-describedby="rehearsal-note"
      loading={rehearsal.type === 'running'}
      onClick={() => {
        if (!isOff) onRun()
      }}
    >
      {t('rehearsal.run')}
    </Button>
  )
}

/** What came of it, in one line; the answers themselves stand at the steps. */
export const RehearsalNote = ({
  rehearsal,
  isOff,
}: Pick<RehearseButtonProps, 'rehearsal' | 'isOff'>) => {
  const { t } = useTexts()
  return (
    <div id="rehearsal-note" role="status" className="rehearsal-note">
      {rehearsal.type === 'none' && (
        <p className="subtle plain">{t(isOff ? 'rehearsal.off' : 'rehearsal.hint')}</p>
      )}
      {rehearsal.type === 'running' && <p className="plain">{t('rehearsal.running')}</p>}
      {rehearsal.type === 'stale' && (
        <InlineMessage status="warning" size="small">
          {t('rehearsal.stale')}
        </InlineMessage>
      )}
      {rehearsal.type === 'failed' && (
        <InlineMessage status="error" size="small">
          {t('rehearsal.failed', { reason: explain(rehearsal.error, t) })}
        </InlineMessage>
      )}
      {rehearsal.type === 'done' && <Summary at={rehearsal.at} steps={rehearsal.steps} />}
    </div>
  )
}

interface SummaryProps {
  readonly at: string
  readonly steps: readonly RehearsedStep[]
}

const Summary = ({ at, steps }: SummaryProps) => {
  const { t } = useTexts()
  const count = (outcome: RehearsedStep['outcome']) =>
    steps.filter((step) => step.outcome === outcome).length
  const [accepted, warned, refused] = [count('accepted'), count('warned'), count('refused')]
  const notAsked = count('notAsked')
  const status = refused > 0 ? 'error' : warned > 0 ? 'warning' : 'success'
  return (
    <InlineMessage status={status} size="small">
      {t('rehearsal.done', { time: at, accepted, warned, refused })}{' '}
      {notAsked > 0 && t('rehearsal.notAsked', { count: notAsked })}
    </InlineMessage>
  )
}
