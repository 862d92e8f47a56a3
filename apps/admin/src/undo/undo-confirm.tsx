import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { PeopleTouched } from './people-touched.tsx'
import { movedIn, type PlannedStep } from './planned.ts'

interface UndoConfirmProps {
  readonly view: CaseView
  readonly taken: readonly PlannedStep[]
  /** How many registrations of the plan are left as they are. */
  readonly kept: number
  readonly open: boolean
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** How many registrations, whose, and what else moves: the last word before it is done. */
export const UndoConfirm = ({ view, taken, kept, ...dialog }: UndoConfirmProps) => {
  const { t } = useTexts()
  const count = taken.length
  const moved = movedIn(taken)
  return (
    <ConfirmDialog
      {...dialog}
      title={t('undo.confirmTitle', { count })}
      text={t('undo.confirmText')}
      confirm={t('undo.confirm', { count })}
      tone="danger"
    >
      <PeopleTouched view={view} steps={taken} />
      {moved > 0 && <p className="dialog-field">{t('undo.confirmMoves', { count: moved })}</p>}
      {kept > 0 && <p className="dialog-field">{t('undo.confirmKept', { count: kept })}</p>}
    </ConfirmDialog>
  )
}
