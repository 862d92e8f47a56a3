import { Button, Select, Tag } from '@navikt/ds-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { showDate } from '../ui/times.ts'
import { followOnReason, followOnState } from './follow-on-state.ts'
import { calledBy } from './known-people.ts'
import { type CaseCommand, type CaseView, commandOf } from './use-case-command.ts'

interface FollowOnsProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

type FollowOn = CaseView['followOns'][number]

export const FollowOns = ({ view, command }: FollowOnsProps) => {
  const { t } = useTexts()
  return (
    <section className="card" aria-labelledby="follow-ons-title">
      <h2 id="follow-ons-title" className="card-title">
        {t('followOns.title')}
      </h2>
      {view.followOns.length === 0 && (
        <p className="subtle plain">
          {isReported(view) ? t('followOns.none') : t('followOns.pending')}
        </p>
      )}
      <ul className="follow-ons">
        {view.followOns.map((followOn) => (
          <FollowOnRow key={followOn.key} view={view} followOn={followOn} command={command} />
        ))}
      </ul>
    </section>
  )
}

const isReported = ({ activeStates }: CaseView) =>
  activeStates.some((state) => state.startsWith('work/accepted'))

const FollowOnRow = ({ followOn, ...props }: FollowOnsProps & { readonly followOn: FollowOn }) => {
  const { t, text } = useTexts()
  const state = followOnState(stateOf(followOn), t)
  return (
    <li className="follow-on">
      <div className="follow-on-line">
        <span>{text(followOn.name)}</span>
        <Tag size="xsmall" variant="moderate" data-color={state.colour}>
          {state.name}
        </Tag>
      </div>
      {followOn.deadline !== undefined && (
        <p className="follow-on-note">
          {t('followOns.deadline', { date: showDate(followOn.deadline) })}
        </p>
      )}
      {followOn.reason !== undefined && (
        <p className="follow-on-note">{followOnReason(followOn.reason, t)}</p>
      )}
      {followOn.cases.map((caseId) => (
        <Link key={caseId} to={paths.case} params={{ caseId }} className="aksel-link">
          {t('followOns.case')}
          <span className="sr-only">: {text(followOn.name)}</span>
        </Link>
      ))}
      <FollowOnActions followOn={followOn} {...props} />
    </li>
  )
}

/** Offered, but not to us: the register takes it elsewhere. */
const stateOf = ({ state, reason }: FollowOn) =>
  reason === 'eventNotAvailable' && (state === 'offered' || state === 'due') ? 'unavailable' : state

const takes = (view: CaseView, type: 'openFollowOn' | 'waiveFollowOn', key: string) => {
  const found = commandOf(view, type)
  return found?.allowed === true && found.followOns?.includes(key) === true
}

const FollowOnActions = ({
  view,
  followOn,
  command,
}: FollowOnsProps & { readonly followOn: FollowOn }) => {
  const { t, text } = useTexts()
  const navigate = useNavigate()
  const [isWaiving, setWaiving] = useState(false)
  const [person, setPerson] = useState(followOn.people[0])
  const { key } = followOn
  const names = { name: text(followOn.name) }
  const open = async () => {
    const known = new Set(followOn.cases)
    const after = await command.mutateAsync({ type: 'openFollowOn', followOn: key, person })
    const cases = after.followOns.find((one) => one.key === key)?.cases ?? []
    const opened = cases.find((caseId) => !known.has(caseId))
    if (opened !== undefined) await navigate({ to: paths.case, params: { caseId: opened } })
  }
  const isOpenable = takes(view, 'openFollowOn', key)
  const isWaivable = takes(view, 'waiveFollowOn', key)
  if (!isOpenable && !isWaivable) return null
  return (
    <div className="buttons">
      {isOpenable && followOn.people.length > 1 && (
        <Select
          size="small"
          hideLabel
          label={`${t('followOns.choosePerson')} ${names.name}`}
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        >
          {followOn.people.map((pnr) => (
            <option key={pnr} value={pnr}>
              {calledBy(view, pnr)}
            </option>
          ))}
        </Select>
      )}
      {isOpenable && (
        <Button
          size="xsmall"
          variant="secondary"
          aria-label={t('followOns.openNamed', names)}
          loading={command.isPending}
          // What went wrong is shown where commands are given.
          onClick={() => void open().catch(() => undefined)}
        >
          {t('followOns.open')}
        </Button>
      )}
      {isWaivable && (
        <Button
          size="xsmall"
          variant="tertiary"
          aria-label={t('followOns.waiveNamed', names)}
          onClick={() => setWaiving(true)}
        >
          {t('followOns.waive')}
        </Button>
      )}
      <ReasonDialog
        open={isWaiving}
        title={t('followOns.waiveTitle', names)}
        text={t('followOns.waiveText')}
        confirm={t('followOns.waive')}
        busy={command.isPending}
        onConfirm={(reason) =>
          command.mutate(
            { type: 'waiveFollowOn', followOn: key, reason },
            { onSuccess: () => setWaiving(false) },
          )
        }
        onClose={() => setWaiving(false)}
      />
    </div>
  )
}
