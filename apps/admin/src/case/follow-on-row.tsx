import { Tag } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showDate } from '../ui/times.ts'
import { FollowOnActions } from './follow-on-actions.tsx'
import type { FollowOn, FollowOnGroup } from './follow-on-groups.ts'
import { asQuestion, asSentence, followOnReason, followOnState } from './follow-on-state.ts'
import type { CaseCommand, CaseView } from './use-case-command.ts'

interface FollowOnRowProps {
  readonly view: CaseView
  readonly command: CaseCommand
  readonly group: FollowOnGroup
  readonly followOn: FollowOn
}

export const FollowOnRow = ({ followOn, ...props }: FollowOnRowProps) => {
  const { t, text } = useTexts()
  const name = text(followOn.name)
  return (
    <li className="follow-on">
      <div className="follow-on-line">
        <span className="follow-on-name">{name}</span>
        <StateTag followOn={followOn} group={props.group} />
      </div>
      <Notes followOn={followOn} view={props.view} group={props.group} />
      {followOn.cases.map((caseId, index) => {
        const count = followOn.cases.length > 1 ? ` ${index + 1}` : ''
        return (
          <Link key={caseId} to={paths.case} params={{ caseId }} className="aksel-link">
            {t('followOns.case')}
            {count}
            <span className="sr-only">: {name}</span>
          </Link>
        )
      })}
      <FollowOnActions
        view={props.view}
        followOn={followOn}
        command={props.command}
        isQuestion={props.group === 'questions'}
      />
    </li>
  )
}

/** Offered, but not to us: the register takes it elsewhere. */
const stateOf = ({ state, reason }: FollowOn) =>
  reason === 'eventNotAvailable' && (state === 'offered' || state === 'due') ? 'unavailable' : state

/** Where the heading says it already, the row need not. */
const saidBy: Partial<Record<FollowOnGroup, readonly string[]>> = {
  todo: ['due'],
  questions: ['due'],
  offers: ['offered'],
  needless: ['notNeeded'],
}

const StateTag = ({ followOn, group }: Pick<FollowOnRowProps, 'followOn' | 'group'>) => {
  const { t } = useTexts()
  const word = stateOf(followOn)
  if (saidBy[group]?.includes(word) === true) return null
  const state = followOnState(word, t)
  return (
    <Tag size="xsmall" variant="moderate" data-color={state.colour}>
      {state.name}
    </Tag>
  )
}

type NotesProps = Pick<FollowOnRowProps, 'view' | 'followOn' | 'group'>

const Notes = ({ view, followOn, group }: NotesProps) => {
  const { t, text } = useTexts()
  const { key, when, deadline, reason } = followOn
  const isOverdue = view.deadlines.some((one) => one.followOn === key && one.overdue)
  const date = deadline === undefined ? undefined : showDate(deadline)
  return (
    <>
      {when !== undefined && group === 'questions' && (
        <p className="follow-on-question">{asQuestion(text(when))}</p>
      )}
      {when !== undefined && (group === 'offers' || group === 'apart') && (
        <p className="follow-on-note">{asSentence(text(when))}</p>
      )}
      {date !== undefined && (
        <p className="follow-on-note">
          {isOverdue ? t('case.overdue', { date }) : t('followOns.deadline', { date })}
        </p>
      )}
      {reason !== undefined && <p className="follow-on-note">{followOnReason(reason, t)}</p>}
    </>
  )
}
