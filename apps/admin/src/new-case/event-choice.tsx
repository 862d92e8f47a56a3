import { Search } from '@navikt/ds-react'
import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

type EventSummary = Outputs['catalogue']['events'][number]

interface EventChoiceProps {
  readonly events: readonly EventSummary[]
  readonly onChoose: (event: string) => void
}

export const matches = ({ event, name, service }: EventSummary, words: string): boolean => {
  const wanted = words.trim().toLocaleLowerCase('da')
  return [event, name.da, name.en, service].some((word) =>
    word.toLocaleLowerCase('da').includes(wanted),
  )
}

/** By name or code; first those that the reader's authority may report by itself. */
export const EventChoice = ({ events, onChoose }: EventChoiceProps) => {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const found = events.filter((event) => matches(event, words))
  const groups = [
    { title: t('newCase.own'), events: found.filter(({ mayOpen }) => mayOpen) },
    { title: t('newCase.others'), events: found.filter(({ mayOpen }) => !mayOpen) },
  ]
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
      <div role="status">{found.length === 0 && <p>{t('events.none')}</p>}</div>
      {groups
        .filter((group) => group.events.length > 0)
        .map((group) => (
          <section key={group.title}>
            <h3 className="section-title">{group.title}</h3>
            <ul className="event-choices">
              {group.events.map((event) => (
                <li key={event.event}>
                  <Choice event={event} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
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
