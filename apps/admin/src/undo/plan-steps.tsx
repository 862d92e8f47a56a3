import { Table } from '@navikt/ds-react'

import type { Outputs } from '../api.ts'
import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showCell } from '../ui/show-cell.ts'
import { type CellValue, compareRows } from './compare-rows.ts'

type Plan = Outputs['cases']['planUndo']
type PlannedStep = Plan['steps'][number]

interface PlanStepsProps {
  readonly view: CaseView
  readonly steps: readonly PlannedStep[]
}

interface StepProps {
  readonly view: CaseView
  readonly step: PlannedStep
}

/** What will happen, in order, with every column as it is and as it will be. */
export const PlanSteps = ({ view, steps }: PlanStepsProps) => {
  const { t, text } = useTexts()
  return (
    <ol className="plan">
      {steps.map((step, index) => (
        <li key={`${step.caseId}-${step.operation}-${step.person}`} className="plan-step">
          <h3 className="plan-title">
            {t('undo.step', { number: index + 1, name: text(step.name) })}
          </h3>
          <p className="plan-note">
            <StepNote view={view} step={step} />
          </p>
          <Differences view={view} step={step} />
        </li>
      ))}
    </ol>
  )
}

const StepNote = ({ view, step }: StepProps) => {
  const { t } = useTexts()
  const notes = [
    t('undo.of', { person: namedNumber(view, step.person) }),
    step.together ? t('undo.together') : [],
    step.policy === 'review' ? t('undo.review') : [],
    step.policy === 'keep' ? t('undo.keep') : [],
  ].flat()
  return notes.join(' · ')
}

const Differences = ({ view, step }: StepProps) => {
  const { t } = useTexts()
  const rows = compareRows(step.before, step.after)
  const people = [...new Set(rows.map(({ person }) => person))]
  return people.map((person) => (
    <Table key={person} size="small">
      <caption className={people.length > 1 ? 'plan-person' : 'sr-only'}>
        {namedNumber(view, person)}
      </caption>
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
                <Value cell={before} view={view} />
              </Table.DataCell>
              <Table.DataCell>
                <Value cell={after} view={view} />
              </Table.DataCell>
            </Table.Row>
          ))}
      </Table.Body>
    </Table>
  ))
}

interface ValueProps {
  readonly view: CaseView
  readonly cell: CellValue | null
}

const Value = ({ view, cell }: ValueProps) => {
  const { t, text } = useTexts()
  if (cell === null) return t('undo.emptyValue')
  const { value, name } = cell
  return name === undefined
    ? showCell(value, (pnr) => namedNumber(view, pnr))
    : `${text(name)} (${value})`
}
