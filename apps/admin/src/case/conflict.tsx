import { Button, LocalAlert, Table } from '@navikt/ds-react'

import { labelOf } from '../forms/describe-field.ts'
import type { FieldView } from '../forms/field-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showValue } from './show-value.ts'
import type { FieldConflict } from './use-field-saving.ts'

interface ConflictProps {
  readonly conflict: FieldConflict
  readonly fields: readonly FieldView[]
  readonly onKeep: () => void
  readonly onTake: () => void
}

/** Both versions side by side: nobody's work is lost without somebody choosing. */
export const Conflict = ({ conflict, fields, onKeep, onTake }: ConflictProps) => {
  const texts = useTexts()
  const { t } = texts
  const changed = fields.filter(({ name }) => conflict.mine[name] !== undefined)
  return (
    <LocalAlert status="warning" size="small" role="alert">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('case.conflictTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('dataTab.field')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('case.conflictYours')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('case.conflictTheirs')}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {changed.map((field) => (
              <Table.Row key={field.name}>
                <Table.HeaderCell scope="row">{labelOf(field, texts)}</Table.HeaderCell>
                <Table.DataCell>
                  {showValue(field, conflict.mine[field.name], texts)}
                </Table.DataCell>
                <Table.DataCell>
                  {showValue(field, conflict.theirs[field.name], texts)}
                </Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
        <div className="buttons">
          <Button size="small" onClick={onKeep}>
            {t('case.conflictKeep')}
          </Button>
          <Button size="small" variant="secondary" onClick={onTake}>
            {t('case.conflictTake')}
          </Button>
        </div>
      </LocalAlert.Content>
    </LocalAlert>
  )
}
