import { useTexts } from '../texts/use-texts.ts'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import type { History } from './rows.ts'

interface LateReportsProps {
  readonly operations: History['operations']
  readonly wanted: string | undefined
  readonly busy: string | undefined
  readonly onOpen: (operation: string) => void
}

/** What held before the newest row needs no row to start from. */
export const LateReports = ({ operations, wanted, busy, onOpen }: LateReportsProps) => {
  const { t, text } = useTexts()
  if (operations.length === 0) return <p className="subtle plain">{t('history.noLate')}</p>
  return operations.map(({ id, allowed, reason }) => (
    <ReasonedButton
      key={id}
      variant={id === wanted && allowed ? 'primary' : 'secondary'}
      busy={busy === id}
      reason={allowed || reason === undefined ? undefined : text(reason)}
      onClick={() => onOpen(id)}
    >
      {t('history.report')}
    </ReasonedButton>
  ))
}
