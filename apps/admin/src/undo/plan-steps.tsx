import { Table } from '@navikt/ds-react'

import type { Outputs } from '../api.ts'
import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { showCell } from '../ui/show-cell.ts'
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
  const people = [...new Set(rows.map(({ person }) => person))]
  return people.map((person) => (
    <Table key={person} size="small">
      <caption className={people.length > 1 ? 'plan-person' : 'sr-only'}>{maskPnr(person)}</caption>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{t('undo.column')}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t('undo.now')}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t('undo.after')}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows
          .filter((row) => row.person === person)
          .map(({ key, entity, column, before, after }) => (
            <Table.Row key={key}>
              <Table.HeaderCell scope="row" className="row-name">
                {entityName(entity, t)} · {columnName(column, t)}
              </Table.HeaderCell>
              <Table.DataCell>
                {before === null ? t('undo.emptyValue') : showCell(before)}
              </Table.DataCell>
              <Table.DataCell>
                {after === null ? t('undo.emptyValue') : showCell(after)}
              </Table.DataCell>
            </Table.Row>
          ))}
      </Table.Body>
    </Table>
  ))
}
