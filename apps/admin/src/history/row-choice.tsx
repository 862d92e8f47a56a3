import { Button, Fieldset } from '@navikt/ds-react'
import { useState } from 'react'

import { type ControlProps, textOf } from '../forms/control-props.ts'
import { fieldId } from '../forms/describe-field.ts'
import { TextControl } from '../forms/text-controls.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Covered } from './covered.tsx'
import { RowList, RowSummary } from './row-list.tsx'
import { actOf, type History, type HistoryRow } from './rows.ts'
import type { Maintained } from './use-maintained.ts'
import { ValidNumber } from './valid-number.tsx'

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
  const { row, operation, onReveal, onChoose } = maintained
  const chosen = textOf(props.value)
  const [isOpen, setOpen] = useState(chosen === '')
  // What is pressed here goes away: who pressed it stays at the question.
  const turn = (isToOpen: boolean) => {
    document.querySelector<HTMLElement>(`#${fieldId(props.field.name)}`)?.focus()
    setOpen(isToOpen)
  }
  if (!history.found) return <p className="plain">{t('history.nobody')}</p>
  return (
    <>
      {!history.shown && <Covered onReveal={onReveal} />}
      <ValidNumber history={history} />
      {history.rows.length === 0 && <p className="plain">{t('rowChoice.none')}</p>}
      {chosen !== '' && row === undefined && <p className="field-error">{t('rowChoice.gone')}</p>}
      {row !== undefined && (
        <ChosenRow
          row={row}
          operation={operation}
          isCovered={!history.shown}
          disabled={props.disabled}
          onFill={() => onChoose(row)}
        />
      )}
      {isOpen && !props.disabled ? (
        <RowList
          history={history}
          chosen={chosen}
          operation={operation}
          onChoose={(one) => {
            onChoose(one)
            turn(false)
          }}
        />
      ) : (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          disabled={props.disabled}
          onClick={() => turn(true)}
        >
          {t('rowChoice.change')}
        </Button>
      )}
    </>
  )
}

interface ChosenRowProps {
  readonly row: HistoryRow
  readonly operation: string
  readonly isCovered: boolean
  readonly disabled: boolean
  /** Says what stands in every field of the form. */
  readonly onFill: () => void
}

const ChosenRow = ({ row, operation, isCovered, disabled, onFill }: ChosenRowProps) => {
  const { t } = useTexts()
  const isSaidAnew = actOf({ id: operation }) === 'correct' && Object.keys(row.content).length > 0
  return (
    <div className="row-chosen">
      <RowSummary row={row} isCovered={isCovered} />
      {isSaidAnew && !disabled && (
        <>
          <p className="hint">{t('rowChoice.prefilled')}</p>
          <Button type="button" size="xsmall" variant="secondary" onClick={onFill}>
            {t('rowChoice.fill')}
          </Button>
        </>
      )}
    </div>
  )
}
