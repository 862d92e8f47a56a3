import { useWatch } from 'react-hook-form'

import { isWireDate, toTypedDate, toWireDate } from '../forms/date-text.ts'
import type { FormValues } from '../forms/field-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { Panel } from '../ui/panel.tsx'
import { showDate } from '../ui/times.ts'
import { Covered } from './covered.tsx'
import { RowFacts } from './row-facts.tsx'
import { type History, type HistoryRow, latePlaceOf, overlaps } from './rows.ts'
import type { Maintained } from './use-maintained.ts'

/** Between which rows a late report falls, as its dates are typed. */
export const LateRows = ({ maintained }: { readonly maintained: Maintained }) => {
  const { t } = useTexts()
  const { hasPerson, history, onReveal } = maintained
  return (
    <section className="late-rows" aria-labelledby="late-rows-title">
      <h3 id="late-rows-title" className="section-title">
        {t('lateRows.title')}
      </h3>
      {hasPerson ? (
        <Panel query={history} rows={3}>
          {(known) => (
            <>
              {!known.shown && <Covered onReveal={onReveal} />}
              <Place history={known} />
            </>
          )}
        </Panel>
      ) : (
        <p className="plain">{t('rowChoice.noPerson')}</p>
      )}
    </section>
  )
}

/** Empty where it is no whole day yet. */
const dayOf = (typed: FormValues[string] | undefined): string => {
  const day = typeof typed === 'string' ? toWireDate(typed) : ''
  return isWireDate(day) ? day : ''
}

const Place = ({ history }: { readonly history: History }) => {
  const { t } = useTexts()
  const [start = '', end = ''] = useWatch<FormValues>({ name: ['startDate', 'endDate'] }).map(dayOf)
  const { later, earlier } = latePlaceOf(history, start)
  const isDated = start !== '' && end !== ''
  const toItem = (row: HistoryRow) => (
    <Standing
      key={row.timestamp}
      row={row}
      isCovered={!history.shown}
      isOverlapped={isDated && overlaps(row, start, end)}
    />
  )
  if (!history.found) return <p className="plain">{t('history.nobody')}</p>
  if (later.length + earlier.length === 0) return <p className="plain">{t('lateRows.none')}</p>
  return (
    <>
      <p className="subtle plain">{t(isDated ? 'lateRows.hint' : 'lateRows.noDates')}</p>
      <ol className="late-places" aria-label={t('lateRows.rows')}>
        {later.map(toItem)}
        {isDated && (
          <li className="late-here">
            {t('lateRows.here', { from: toTypedDate(start), to: toTypedDate(end) })}
          </li>
        )}
        {earlier.map(toItem)}
      </ol>
    </>
  )
}

interface StandingProps {
  readonly row: HistoryRow
  readonly isCovered: boolean
  readonly isOverlapped: boolean
}

const Standing = ({ row, isCovered, isOverlapped }: StandingProps) => {
  const { t } = useTexts()
  const from = row.start === null || row.start === '' ? t('history.noDay') : showDate(row.start)
  return (
    <li>
      <span className="late-period">
        {from} – {row.end === null ? t('history.still') : showDate(row.end)}
      </span>
      <RowFacts row={row} showPnr={maskPnr} isCovered={isCovered} />
      {isOverlapped && <span className="late-overlaps">{t('lateRows.overlaps')}</span>}
    </li>
  )
}
