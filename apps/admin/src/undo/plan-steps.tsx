import { Table } from '@navikt/ds-react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { showDate } from '../ui/times.ts'
import { compareRows } from './compare-rows.ts'

type Plan = Outputs['cases']['planUndo']
type PlannedStep = Plan['steps'][number]

/** What will happen, in order, with every column as it is and as it will be. */
export const PlanSteps = ({ steps }: { readonly steps: readonly PlannedStep[] }) => {
  const { t, text } = useTexts()
  return (
    <ol className="plan">
      {steps.map((step, index) => (
        <li key={`${step.caseId}-${step.operation}-${step.person}`} className="plan-step">
          <h3 className="plan-title">
            {t('undo.step', { number: index + 1, name: text(step.name) })}
          </h3>
          <p className="plan-note">
            <StepNote step={step} />
          </p>
          <Differences step={step} />
        </li>
      ))}
    </ol>
  )
}

const StepNote = ({ step }: { readonly step: PlannedStep }) => {
  const { t } = useTexts()
  const notes = [
    t('undo.of', { person: maskPnr(step.person) }),
    step.together ? t('undo.together') : [],
    step.policy === 'review' ? t('undo.review') : [],
    step.policy === 'keep' ? t('undo.keep') : [],
  ].flat()
  return notes.join(' · ')
}

const Differences = ({ step }: { readonly step: PlannedStep }) => {
  const { t } = useTexts()
  const rows = compareRows(step.before, step.after)
  if (rows.length === 0) return null
  const shown = (value: string | null) => (value === null ? t('undo.emptyValue') : showCell(value))
  return (
    <Table size="small">
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{t('undo.column')}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t('undo.now')}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t('undo.after')}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map(({ key, entity, column, before, after }) => (
          <Table.Row key={key}>
            <Table.HeaderCell scope="row">
              <span className="mono">{entity}</span> <ColumnName column={column} />
            </Table.HeaderCell>
            <Table.DataCell>{shown(before)}</Table.DataCell>
            <Table.DataCell>{shown(after)}</Table.DataCell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

const ColumnName = ({ column }: { readonly column: string }) => {
  const { t } = useTexts()
  if (column === 'start') return t('undo.validFrom')
  if (column === 'end') return t('undo.validTo')
  if (column === 'mark') return t('undo.mark')
  return column
}

/** Times of the register are its own words; whole dates are shown day first, numbers covered. */
const showCell = (value: string) =>
  /^\d{10}$/.test(value)
    ? maskPnr(value)
    : /^\d{8}(\d{4})?$/.test(value)
      ? [showDate(value), value.slice(8)].join(' ').trim()
      : value
