import { Button, Checkbox } from '@navikt/ds-react'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr, spacePnr } from '../ui/mask.ts'
import { Covered } from './covered.tsx'
import { HistoryTable } from './history-table.tsx'
import { LateReports } from './late-reports.tsx'
import type { Question } from './remembered.ts'
import type { History, Kind } from './rows.ts'
import { useOpening } from './use-opening.ts'
import { ValidNumber } from './valid-number.tsx'

interface ShownHistoryProps {
  readonly kind: Kind
  readonly question: Question
  readonly history: History
  /** The operation that somebody came for. */
  readonly wanted: string | undefined
  readonly onReveal: (reason: string) => void
  readonly onGo: (pnr: string) => void
}

/** The rows of one kind, and what can be done with them. */
export const ShownHistory = ({ history, onReveal, onGo, ...props }: ShownHistoryProps) => {
  const { t } = useTexts()
  if (!history.found) return <p className="empty">{t('history.nobody')}</p>
  return (
    <>
      <ValidNumber history={history} onGo={onGo} />
      {!history.shown && <Covered onReveal={onReveal} />}
      <Rows history={history} {...props} />
    </>
  )
}

const Rows = ({
  kind,
  question,
  history,
  wanted,
}: Omit<ShownHistoryProps, 'onReveal' | 'onGo'>) => {
  const { t, text } = useTexts()
  const [areMarkedShown, setMarkedShown] = useState(true)
  const [areNumbersShown, setNumbersShown] = useState(false)
  const opening = useOpening(question)
  const ordered = opening.isPending ? opening.variables : undefined
  const marked = history.rows.filter(({ mark }) => mark !== null).length
  const rows = history.rows.filter(({ mark }) => areMarkedShown || mark === null)
  return (
    <>
      <div className="history-bar">
        <LateReports
          operations={history.operations}
          wanted={wanted}
          busy={ordered?.operation}
          onOpen={(operation) => opening.mutate({ operation, row: null })}
        />
        {marked > 0 && (
          <Checkbox
            size="small"
            checked={areMarkedShown}
            onChange={({ target }) => setMarkedShown(target.checked)}
          >
            {t('history.showMarked', { count: marked })}
          </Checkbox>
        )}
        <Button
          size="small"
          variant="tertiary"
          aria-pressed={areNumbersShown}
          onClick={() => setNumbersShown(!areNumbersShown)}
        >
          {t(areNumbersShown ? 'history.hideNumbers' : 'history.showNumbers')}
        </Button>
      </div>
      <div role="alert">
        {opening.isError && <p className="field-error">{explain(opening.error, t)}</p>}
      </div>
      <p role="status" className="hint">
        {rows.length === 0 ? t('history.none') : t('history.shown', { count: rows.length })}
      </p>
      {rows.length > 0 && (
        <HistoryTable
          label={text(kind.name)}
          rows={rows}
          showPnr={areNumbersShown ? spacePnr : maskPnr}
          isCovered={!history.shown}
          wanted={wanted}
          ordered={ordered}
          onOpen={(row, { id }) => opening.mutate({ operation: id, row })}
        />
      )}
    </>
  )
}
