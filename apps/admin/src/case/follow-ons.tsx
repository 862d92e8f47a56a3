import { useTexts } from '../texts/use-texts.ts'
import { type FollowOn, type FollowOnGroup, groupFollowOns } from './follow-on-groups.ts'
import { FollowOnRow } from './follow-on-row.tsx'
import type { CaseCommand, CaseView } from './use-case-command.ts'

interface FollowOnsProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

/** What must be answered stands first; what may be opened, and what was needless, is folded away. */
export const FollowOns = ({ view, command }: FollowOnsProps) => {
  const { t } = useTexts()
  const groups = groupFollowOns(view.followOns)
  const isAllAnswered = groups.todo.length + groups.questions.length === 0
  const group = (name: FollowOnGroup) => ({ name, followOns: groups[name], view, command })
  return (
    <section className="card" aria-labelledby="follow-ons-title">
      <h2 id="follow-ons-title" className="card-title" tabIndex={-1}>
        {t('followOns.title')}
      </h2>
      {view.followOns.length === 0 && (
        <p className="subtle plain">
          {isReported(view) ? t('followOns.none') : t('followOns.pending')}
        </p>
      )}
      <Group {...group('todo')} />
      <Group {...group('questions')} />
      <Fold {...group('offers')} isOpen={isAllAnswered} />
      <Group {...group('apart')} />
      <Group {...group('derived')} />
      <Group {...group('ended')} />
      <Fold {...group('needless')} isOpen={false} />
    </section>
  )
}

const isReported = ({ activeStates }: CaseView) =>
  activeStates.some((state) => state.startsWith('work/accepted'))

interface GroupProps extends FollowOnsProps {
  readonly name: FollowOnGroup
  readonly followOns: readonly FollowOn[]
}

const Group = ({ name, followOns, ...props }: GroupProps) => {
  const { t } = useTexts()
  if (followOns.length === 0) return null
  const id = `follow-ons-${name}`
  return (
    <div className="follow-on-group">
      <h3 id={id} className="follow-on-heading">
        {t(`followOns.groups.${name}`)}
      </h3>
      <Note name={name} />
      <Rows name={name} followOns={followOns} labelledBy={id} {...props} />
    </div>
  )
}

const Fold = ({ name, followOns, isOpen, ...props }: GroupProps & { readonly isOpen: boolean }) => {
  const { t } = useTexts()
  if (followOns.length === 0) return null
  const id = `follow-ons-${name}`
  return (
    <details className="follow-on-group" open={isOpen}>
      <summary id={id}>
        {t(`followOns.groups.${name}`)} ({followOns.length})
      </summary>
      <Note name={name} />
      <Rows name={name} followOns={followOns} labelledBy={id} {...props} />
    </details>
  )
}

const noted = ['questions', 'offers', 'apart', 'derived'] as const

const Note = ({ name }: Pick<GroupProps, 'name'>) => {
  const { t } = useTexts()
  const found = noted.find((one) => one === name)
  return found && <p className="follow-on-note">{t(`followOns.notes.${found}`)}</p>
}

const Rows = ({ name, followOns, labelledBy, ...props }: GroupProps & { labelledBy: string }) => (
  <ul className="follow-ons" aria-labelledby={labelledBy}>
    {followOns.map((followOn) => (
      <FollowOnRow key={followOn.key} group={name} followOn={followOn} {...props} />
    ))}
  </ul>
)
