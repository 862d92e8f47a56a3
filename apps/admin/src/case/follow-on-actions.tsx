import { Button } from '@navikt/ds-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import type { FollowOn } from './follow-on-groups.ts'
import { calledBy } from './known-people.ts'
import { type CaseCommand, type CaseView, commandOf } from './use-case-command.ts'

interface FollowOnActionsProps {
  readonly view: CaseView
  readonly followOn: FollowOn
  readonly command: CaseCommand
  /** Whether letting it go is the answer no. */
  readonly isQuestion: boolean
}

const takes = (view: CaseView, type: 'openFollowOn' | 'waiveFollowOn', key: string) => {
  const found = commandOf(view, type)
  return found?.allowed === true && found.followOns?.includes(key) === true
}

export const FollowOnActions = (props: FollowOnActionsProps) => {
  const { view, followOn } = props
  const isOpenable = takes(view, 'openFollowOn', followOn.key)
  const isWaivable = takes(view, 'waiveFollowOn', followOn.key)
  if (!isOpenable && !isWaivable) return null
  const isOneOfMany = followOn.people.length + followOn.cases.length > 1
  const named = isOneOfMany ? followOn.people : []
  return (
    <>
      {isOpenable && named.length > 0 && (
        <ul className="follow-on-people">
          {named.map((pnr) => (
            <li key={pnr} className="follow-on-line">
              <span>{calledBy(view, pnr)}</span>
              <Opening {...props} person={pnr} isNamed />
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {isOpenable && named.length === 0 && (
          <Opening {...props} person={followOn.people[0]} isNamed={false} />
        )}
        {isWaivable && <Waiving {...props} />}
      </div>
    </>
  )
}

interface OpeningProps extends FollowOnActionsProps {
  readonly person: string | undefined
  /** Whether the button must tell for whom it is. */
  readonly isNamed: boolean
}

const Opening = ({ view, followOn, command, person, isNamed }: OpeningProps) => {
  const { t, text } = useTexts()
  const navigate = useNavigate()
  const { key } = followOn
  const names = { name: text(followOn.name) }
  const open = async () => {
    const known = new Set(followOn.cases)
    const after = await command.mutateAsync({ type: 'openFollowOn', followOn: key, person })
    const cases = after.followOns.find((one) => one.key === key)?.cases ?? []
    const opened = cases.find((caseId) => !known.has(caseId))
    if (opened !== undefined) await navigate({ to: paths.case, params: { caseId: opened } })
  }
  return (
    <Button
      size="xsmall"
      variant="secondary"
      aria-label={
        isNamed && person !== undefined
          ? t('followOns.openFor', { ...names, person: calledBy(view, person) })
          : t('followOns.openNamed', names)
      }
      loading={command.isPending}
      // What went wrong is shown where commands are given.
      onClick={() => void open().catch(() => undefined)}
    >
      {t('followOns.open')}
    </Button>
  )
}

const Waiving = ({ followOn, command, isQuestion }: FollowOnActionsProps) => {
  const { t, text } = useTexts()
  const [isAsking, setAsking] = useState(false)
  const names = { name: text(followOn.name) }
  const words = isQuestion ? 'followOns.notNeeded' : 'followOns.waive'
  return (
    <>
      <Button
        size="xsmall"
        variant="tertiary"
        aria-label={t(`${words}Named`, names)}
        onClick={() => setAsking(true)}
      >
        {t(words)}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={t(`${words}Title`, names)}
        text={t(`${words}Text`)}
        confirm={t(words)}
        busy={command.isPending}
        onConfirm={(reason) =>
          command.mutate(
            { type: 'waiveFollowOn', followOn: followOn.key, reason },
            {
              onSuccess: () => {
                setAsking(false)
                focusTitle()
              },
            },
          )
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** The row has moved to those that have ended, and its buttons went with it. */
const focusTitle = () => {
  const title = document.querySelector('#follow-ons-title')
  if (title instanceof HTMLElement) title.focus()
}
