import { Search } from '@navikt/ds-react'
import { type ReactNode, useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { byGroup, type EventSummary, matches } from './event-groups.ts'

interface EventChoiceProps {
  readonly events: readonly EventSummary[]
  readonly onChoose: (event: string) => void
  /** What else there is to choose by these words. */
  readonly more: (words: string) => ReactNode
}

/** By name or code; what the reader's authority may report by itself first, the rest folded away. */
export const EventChoice = ({ events, onChoose, more: showMore }: EventChoiceProps) => {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const found = events.filter((event) => matches(event, words))
  const own = found.filter(({ mayOpen }) => mayOpen)
  const others = found.filter(({ mayOpen }) => !mayOpen)
  const isSearching = words.trim() !== ''
  return (
    <>
      <h2 className="section-title">{t('newCase.chooseEvent')}</h2>
      <form
        role="search"
        aria-label={t('newCase.search')}
        className="narrow"
        onSubmit={(event) => event.preventDefault()}
      >
        <Search
          size="small"
          variant="simple"
          label={t('newCase.search')}
          hideLabel={false}
          value={words}
          onChange={setWords}
        />
      </form>
      <p role="status" className="hint">
        {found.length === 0 ? t('events.none') : t('events.count', { count: found.length })}
      </p>
      {own.length > 0 && (
        <section aria-labelledby="own-events">
          <h3 id="own-events" className="section-title">
            {t('newCase.own')}
          </h3>
          <Groups events={own} onChoose={onChoose} />
        </section>
      )}
      {showMore(words)}
      {others.length > 0 && (
        // A search opens what it found in; otherwise the reader does.
        <details key={String(isSearching)} open={isSearching} className="other-events">
          <summary>
            <h3 className="section-title">{t('newCase.others', { count: others.length })}</h3>
          </summary>
          <Groups events={others} onChoose={onChoose} />
        </details>
      )}
    </>
  )
}

const Groups = ({ events, onChoose }: Omit<EventChoiceProps, 'more'>) => {
  const { text } = useTexts()
  return byGroup(events).map(({ group, events: inGroup }) => (
    <div key={group.id} className="event-group">
      <h4 className="group-title">{text(group.name)}</h4>
      <ul className="event-choices">
        {inGroup.map((event) => (
          <li key={event.event}>
            <Choice event={event} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

interface ChoiceProps {
  readonly event: EventSummary
  readonly onChoose: (event: string) => void
}

const Choice = ({ event, onChoose }: ChoiceProps) => {
  const { t, text } = useTexts()
  const reporters = event.reporters.map(({ name }) => text(name)).join(', ')
  return (
    <button
      type="button"
      className="event-choice"
      disabled={!event.mayOpen}
      onClick={() => onChoose(event.event)}
    >
      <strong>{text(event.name)}</strong>
      <span>
        {event.service} · {reporters}
      </span>
      {!event.mayOpen && <span>{t('newCase.notYours')}</span>}
    </button>
  )
}
