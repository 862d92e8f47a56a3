import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { paths } from '../paths.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { showDate, showMoment } from '../ui/times.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { CommandButton } from './command-button.tsx'
import { reportedNames } from './known-people.ts'
import type { CaseCommand, CaseView } from './use-case-command.ts'

interface CaseHeadProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

type Dialog = 'none' | 'assign' | 'withdraw'

export const CaseHead = ({ view, command }: CaseHeadProps) => {
  const { t, text } = useTexts()
  const [dialog, setDialog] = useState<Dialog>('none')
  const close = () => setDialog('none')
  const names = reportedNames(view)
  const title = text(view.eventName)
  return (
    <>
      <p className="case-facts">
        <CaseFacts view={view} />
      </p>
      <div className="head">
        <div className="head-title">
          <PageTitle title={`${title} ${view.number}`}>
            {title}
            {names.length > 0 && `: ${names.join(t('case.and'))}`}
          </PageTitle>
          <StatusTag status={view.status} />
        </div>
        <div className="head-end">
          <CommandButton view={view} command="assign" onClick={() => setDialog('assign')}>
            {t('case.assign')}
          </CommandButton>
          <ButtonLink to={paths.change} params={{ caseId: view.caseId }} variant="secondary">
            {t('case.change')}
          </ButtonLink>
          <CommandButton
            view={view}
            command="withdraw"
            variant="tertiary"
            onClick={() => setDialog('withdraw')}
          >
            {t('case.withdraw')}
          </CommandButton>
        </div>
      </div>
      <AssignDialog
        open={dialog === 'assign'}
        current={view.assignee}
        busy={command.isPending}
        onAssign={(to) => command.mutate({ type: 'assign', to }, { onSuccess: close })}
        onClose={close}
      />
      <ReasonDialog
        open={dialog === 'withdraw'}
        title={t('case.withdrawTitle')}
        text={t('case.withdrawText')}
        confirm={t('case.withdrawConfirm')}
        tone="danger"
        busy={command.isPending}
        onConfirm={(reason) => command.mutate({ type: 'withdraw', reason }, { onSuccess: close })}
        onClose={close}
      />
    </>
  )
}

const CaseFacts = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const nameOf = useUserNames()
  const deadline = view.deadline === null ? null : showDate(view.deadline)
  const isOverdue = view.deadlines.some(({ overdue }) => overdue)
  const facts = [
    t('case.number', { number: view.number }),
    t('case.opened', { at: showMoment(view.openedAt) }),
    t('case.chart', { version: view.chartVersion.slice(0, 8) }),
    view.assignee === null
      ? t('case.notAssigned')
      : t('case.assignedTo', { user: nameOf(view.assignee) }),
    deadline === null ? [] : [t(isOverdue ? 'case.overdue' : 'case.deadline', { date: deadline })],
  ].flat()
  return (
    <>
      {facts.join(' · ')}
      {view.parent !== null && (
        <>
          {' · '}
          <Link to={paths.case} params={{ caseId: view.parent }} className="aksel-link">
            {t('case.openParent')}
          </Link>
        </>
      )}
    </>
  )
}
