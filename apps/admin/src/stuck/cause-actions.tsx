import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { AssignDialog } from '../case/assign-dialog.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import { ResumeDialog } from './resume-dialog.tsx'
import type { Selection } from './selection.ts'
import type { useAssigning } from './use-assigning.ts'
import type { useOrdering } from './use-ordering.ts'

interface CauseActionsProps {
  readonly preview: Outputs['operations']['previewResume']
  readonly selection: Selection
  readonly ordering: ReturnType<typeof useOrdering>
  readonly assigning: ReturnType<typeof useAssigning>
}

/** One before all of them; then so many, at a pace or a time; and to whom they are given. */
export const CauseActions = ({ preview, selection, ordering, assigning }: CauseActionsProps) => {
  const { t } = useTexts()
  const [dialog, setDialog] = useState<'none' | 'resume' | 'assign'>('none')
  const close = () => setDialog('none')
  const { picked, count, caseIds, first } = selection
  const reason = selection.reason && t(selection.reason)
  const { cause } = preview
  const whole = caseIds === undefined ? { all: true } : { caseIds: [...caseIds] }
  return (
    <div className="head-end">
      {count > 1 && first !== undefined && (
        <ReasonedButton
          reason={reason}
          busy={ordering.isPending}
          onClick={() => ordering.mutate({ cause, caseIds: [first] })}
        >
          {t('stuck.tryOne')}
        </ReasonedButton>
      )}
      <ReasonedButton
        variant="primary"
        reason={reason}
        busy={ordering.isPending}
        onClick={() => setDialog('resume')}
      >
        {t('stuck.tryAll', { count })}
      </ReasonedButton>
      <ReasonedButton
        reason={picked.length === 0 ? t('stuck.nobodyChosen') : undefined}
        busy={assigning.isPending}
        onClick={() => setDialog('assign')}
      >
        {t('stuck.assign')}
      </ReasonedButton>
      <ResumeDialog
        open={dialog === 'resume'}
        count={count}
        preview={preview}
        busy={ordering.isPending}
        onConfirm={(pace) => ordering.mutate({ cause, ...pace, ...whole }, { onSettled: close })}
        onClose={close}
      />
      <AssignDialog
        open={dialog === 'assign'}
        current={null}
        busy={assigning.isPending}
        onAssign={(to) => assigning.mutate({ cases: picked, to }, { onSettled: close })}
        onClose={close}
      />
    </div>
  )
}
