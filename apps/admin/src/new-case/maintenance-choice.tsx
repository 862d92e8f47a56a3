import type { Kind, Operation } from '../history/rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { EventSummary } from './event-groups.ts'
import { findServices, type KindServices } from './maintenance-services.ts'

interface MaintenanceChoiceProps {
  readonly kinds: readonly Kind[]
  readonly services: readonly EventSummary[]
  /** What is searched for; opens what it finds. */
  readonly words: string
  readonly onChoose: (operation: string) => void
}

/** Corrections, undos and late reports by kind of data: each begins with the row, in the person's history. */
export const MaintenanceChoice = (props: MaintenanceChoiceProps) => {
  const { t } = useTexts()
  const found = findServices(props.kinds, props.services, props.words)
  const count = found.reduce((sum, { services }) => sum + services.length, 0)
  const isSearching = props.words.trim() !== ''
  if (count === 0) return null
  return (
    <details key={String(isSearching)} open={isSearching} className="other-events">
      <summary>
        <h3 className="section-title">
          {t('maintaining.title')} ({count})
        </h3>
      </summary>
      <p className="plain">{t('maintaining.intro')}</p>
      <p role="status" className="sr-only">
        {isSearching && t('maintaining.count', { count })}
      </p>
      {found.map((kind) => (
        <OneKind key={kind.kind.id} found={kind} onChoose={props.onChoose} />
      ))}
    </details>
  )
}

interface OneKindProps {
  readonly found: KindServices
  readonly onChoose: (operation: string) => void
}

const OneKind = ({ found: { kind, services }, onChoose }: OneKindProps) => {
  const { t, text } = useTexts()
  const whoMay = services.map(({ service }) =>
    service.reporters.map(({ name }) => text(name)).join(', '),
  )
  const areAlike = new Set(whoMay).size === 1
  return (
    <div className="event-group">
      <h4 className="group-title">{text(kind.name)}</h4>
      {areAlike && <p className="hint">{t('maintaining.may', { who: whoMay[0] ?? '' })}</p>}
      <ul className="event-choices">
        {services.map(({ operation, service }, place) => (
          <li key={operation.id}>
            <Choice
              operation={operation}
              note={areAlike ? service.service : `${service.service} · ${whoMay[place] ?? ''}`}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ChoiceProps {
  readonly operation: Operation
  readonly note: string
  readonly onChoose: (operation: string) => void
}

const Choice = ({ operation: { id, name, allowed, reason }, note, onChoose }: ChoiceProps) => {
  const { text } = useTexts()
  return (
    <button type="button" className="event-choice" disabled={!allowed} onClick={() => onChoose(id)}>
      <strong>{text(name)}</strong>
      <span>{note}</span>
      {reason !== undefined && <span>{text(reason)}</span>}
    </button>
  )
}
