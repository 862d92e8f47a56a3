import { Button, Checkbox, InlineMessage, Tag } from '@navikt/ds-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { HistoryLink } from '../history/history-link.tsx'
import { useRemembered } from '../history/remembered.ts'
import { leavePerson } from '../new-case/person-to-open.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { AnswerRows, Facts } from './answer-rows.tsx'
import { type Answered, rowsIn } from './answered.ts'
import type { Sight } from './field-value.tsx'
import { Veiled } from './veiled.tsx'

interface AnswerProps {
  readonly answered: Answered
  /** A further page or a reason is on its way. */
  readonly busy: boolean
  /** Absent where the list cannot go on. */
  readonly onMore: (() => void) | undefined
  readonly onReveal: (reason: string) => void
  readonly onLookUp: (person: string) => void
}

/** What the register said; numbers are covered until somebody asks. */
export const Answer = ({ answered, busy, onMore, onReveal, onLookUp }: AnswerProps) => {
  const { t } = useTexts()
  const { question, view } = answered
  const [sight, setSight] = useState<Sight>({ areNumbersShown: false, isWhole: false })
  const openCase = useOpenCase(question.purpose)
  const rows = rowsIn(view)
  return (
    <section className="card look-up-answer" aria-labelledby={titleId}>
      <div className="head">
        <Title answered={answered} />
        {question.person !== undefined && view.found && (
          <GoOn person={question.person} purpose={question.purpose} onOpen={openCase} />
        )}
      </div>
      {view.veiled && <Veiled busy={busy} onReveal={onReveal} />}
      {!view.veiled && rows.some(({ covered }) => covered) && (
        <InlineMessage status="info" size="small" className="history-covered">
          {t('lookUp.protectedRows')}
        </InlineMessage>
      )}
      {view.found && <SightBar sight={sight} onChange={setSight} />}
      <Facts fields={view.said} sight={sight} isCovered={false} />
      <AnswerRows
        rows={rows}
        sight={sight}
        person={question.person}
        onLookUp={onLookUp}
        onOpen={openCase}
      />
      {view.rest !== null && onMore !== undefined && (
        <div className="buttons">
          <Button size="small" variant="secondary" loading={busy} onClick={onMore}>
            {t('lookUp.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

const titleId = 'answer-title'

const Title = ({ answered: { question, view } }: { readonly answered: Answered }) => {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that a reason was given at is gone: the reader goes on with what it uncovered.
  useEffect(() => {
    if (question.reason !== undefined) heading.current?.focus()
  }, [question.reason])
  const isUncovered = view.protected && question.reason !== undefined
  return (
    <h3 id={titleId} ref={heading} tabIndex={-1} className="card-title">
      {t('lookUp.result')}{' '}
      {(view.veiled || isUncovered) && (
        <Tag size="small" variant="moderate" data-color="warning">
          {t('lookUp.protected')}
        </Tag>
      )}
    </h3>
  )
}

interface GoOnProps {
  readonly person: string
  readonly purpose: string
  readonly onOpen: (person: string) => void
}

/** What can be done about whoever was looked up. */
const GoOn = ({ person, purpose, onOpen }: GoOnProps) => {
  const { t } = useTexts()
  return (
    <div className="head-end">
      <HistoryLink person={person} purpose={purpose} whose={maskPnr(person)} variant="secondary" />
      <Button size="small" onClick={() => onOpen(person)}>
        {t('lookUp.open')}
      </Button>
    </div>
  )
}

/** The number goes through memory, to the form of a case or to the rows that one maintains. */
const useOpenCase = (purpose: string) => {
  const navigate = useNavigate()
  const { remember } = useRemembered()
  return (person: string) => {
    remember({ person, purpose })
    leavePerson({ person, purpose })
    void navigate({ to: paths.newCase })
  }
}

interface SightBarProps {
  readonly sight: Sight
  readonly onChange: (sight: Sight) => void
}

const SightBar = ({ sight, onChange }: SightBarProps) => {
  const { t } = useTexts()
  return (
    <div className="history-bar">
      <Button
        size="small"
        variant="tertiary"
        aria-pressed={sight.areNumbersShown}
        onClick={() => onChange({ ...sight, areNumbersShown: !sight.areNumbersShown })}
      >
        {t(sight.areNumbersShown ? 'lookUp.hide' : 'lookUp.show')}
      </Button>
      <Checkbox
        size="small"
        checked={sight.isWhole}
        onChange={({ target }) => onChange({ ...sight, isWhole: target.checked })}
      >
        {t('lookUp.technical')}
      </Checkbox>
    </div>
  )
}
