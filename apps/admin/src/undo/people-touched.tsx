import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { peopleIn, type PlannedStep } from './planned.ts'

interface PeopleTouchedProps {
  readonly view: Pick<CaseView, 'persons'>
  readonly steps: readonly PlannedStep[]
}

/** Whose rows change: named before anybody says yes. */
export const PeopleTouched = ({ view, steps }: PeopleTouchedProps) => {
  const { t } = useTexts()
  const people = peopleIn(steps)
  if (people.length === 0) return null
  return (
    <div className="dialog-field">
      <p className="plain">{t('undo.confirmPeople')}</p>
      <ul className="running">
        {people.map((pnr) => (
          <li key={pnr}>{namedNumber(view, pnr)}</li>
        ))}
      </ul>
    </div>
  )
}
