import { Button, Fieldset, Radio, RadioGroup } from '@navikt/ds-react'
import { useState } from 'react'

import { type ControlProps, textOf } from '../forms/control-props.ts'
import { fieldId } from '../forms/describe-field.ts'
import { TextControl } from '../forms/text-controls.tsx'
import { entityName } from '../texts/row-name.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { Panel } from '../ui/panel.tsx'
import { showDate } from '../ui/times.ts'
import { rowContent } from '../undo/describe-row.ts'
import { Covered } from './covered.tsx'
import { RowFacts } from './row-facts.tsx'
import { markName, RowMark } from './row-mark.tsx'
import { actOf, fitOf, type History, type HistoryRow } from './rows.ts'
import type { Maintained } from './use-maintained.ts'

interface RowChoiceProps extends ControlProps {
  readonly maintained: Maintained
}

/** The row that a case is about is chosen among the person's own, marked ones in sight; typed where none can be fetched. */
export const RowChoice = ({ maintained, ...props }: RowChoiceProps) => {
  const { t } = useTexts()
  const { history, hasPerson } = maintained
  if (history.isError) {
    return (
      <div className="wide">
        <Panel query={history}>{() => null}</Panel>
        <TextControl {...props} />
      </div>
    )
  }
  return (
    <Fieldset
      size="small"
      className="row-choice"
      id={fieldId(props.field.name)}
      tabIndex={-1}
      ref={props.ref}
      legend={t('rowChoice.legend')}
      error={props.error}
    >
      {hasPerson ? (
        <Panel query={history} rows={3}>
          {(known) => <Choosing {...props} maintained={maintained} history={known} />}
        </Panel>
      ) : (
        <p className="plain">{t('rowChoice.noPerson')}</p>
      )}
    </Fieldset>
  )
}

interface ChoosingProps extends RowChoiceProps {
  readonly history: History
}

const Choosing = ({ maintained, history, ...props }: ChoosingProps) => {
  const { t } = useTexts()
  const { row, onReveal, onChoose } = maintained
  const chosen = textOf(props.value)
  const [isOpen, setOpen] = useState(chosen === '')
  if (!history.found) return <p className="plain">{t('history.nobody')}</p>
  if (history.rows.length === 0) return <p className="plain">{t('rowChoice.none')}</p>
  const choose = (timestamp: string) => {
    const found = history.rows.find((one) => one.timestamp === timestamp)
    if (found === undefined) return
    onChoose(found)
    setOpen(false)
  }
  return (
    <>
      {!history.shown && <Covered onReveal={onReveal} />}
      {chosen !== '' && row === undefined && <p className="field-error">{t('rowChoice.gone')}</p>}
      {row !== undefined && (
        <ChosenRow
          row={row}
          isCovered={!history.shown}
          isFilledIn={
            actOf({ id: maintained.operation }) === 'correct' && Object.keys(row.content).length > 0
          }
        />
      )}
      {isOpen && !props.disabled ? (
        <Rows
          history={history}
          chosen={chosen}
          operation={maintained.operation}
          onChoose={choose}
        />
      ) : (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          disabled={props.disabled}
          onClick={() => setOpen(true)}
        >
          {t('rowChoice.change')}
        </Button>
      )}
    </>
  )
}

interface ChosenRowProps {
  readonly row: HistoryRow
  readonly isCovered: boolean
  /** The form says what the row says. */
  readonly isFilledIn: boolean
}

const ChosenRow = ({ row, isCovered, isFilledIn }: ChosenRowProps) => {
  const { t } = useTexts()
  return (
    <div className="row-chosen">
      <span className="row-kind">{entityName(row.entity, t)}</span>
      <RowFacts row={row} showPnr={maskPnr} isCovered={isCovered} />
      <p className="row-when">
        {periodOf(row, t)} <RowMark row={row} />
      </p>
      {isFilledIn && <p className="hint">{t('rowChoice.prefilled')}</p>}
    </div>
  )
}

interface RowsProps {
  readonly history: History
  readonly chosen: string
  readonly operation: string
  readonly onChoose: (timestamp: string) => void
}

const Rows = ({ history, chosen, operation, onChoose }: RowsProps) => {
  const texts = useTexts()
  const { t } = texts
  return (
    <RadioGroup
      size="small"
      legend={t('rowChoice.legend')}
      hideLegend
      value={chosen}
      onChange={onChoose}
    >
      {history.rows.map((row) => {
        const key = `${row.entity} ${row.timestamp}`
        const why = whyNot(row, operation, texts)
        return why === undefined ? (
          <Radio key={key} value={row.timestamp} description={periodOf(row, t)}>
            {describe(row, texts)}
          </Radio>
        ) : (
          <p key={key} className="row-barred">
            {describe(row, texts)}
            <small>
              {periodOf(row, t)}
              {row.mark !== null && ` · ${markName(row.mark, t)}`} ·{' '}
              {t('rowChoice.notThis', { reason: why })}
            </small>
          </p>
        )
      })}
    </RadioGroup>
  )
}

const describe = (row: HistoryRow, texts: Texts): string => {
  const { t } = texts
  const said = rowContent(row, texts, maskPnr)
  return `${entityName(row.entity, t)}: ${said === '' ? t('history.onlyPeriod') : said}`
}

/** Undefined for a row that the operation takes. */
const whyNot = (row: HistoryRow, operation: string, { t, text }: Texts): string | undefined => {
  const fit = fitOf(row, operation)
  if (fit.type === 'fits') return undefined
  if (fit.type === 'other') return t('rowChoice.otherWay', { operation: text(fit.operation.name) })
  return fit.operation?.reason === undefined
    ? t('errors.PRECONDITION_FAILED')
    : text(fit.operation.reason)
}

const periodOf = ({ start, end, mark }: HistoryRow, t: Texts['t']): string => {
  const from = start === null || start === '' ? t('history.noDay') : showDate(start)
  return end === null || mark !== null
    ? t('rowChoice.since', { from })
    : t('rowChoice.between', { from, to: showDate(end) })
}
