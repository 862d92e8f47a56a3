import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { showCell } from '../ui/show-cell.ts'
import { roleName } from './role-name.ts'
import type { CaseView } from './use-case-command.ts'

/** What the register should say after the report, and what it says. */
export const Differences = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  if (view.differences.length === 0) return null
  const shown = (value: string | null) => (value === null ? t('undo.emptyValue') : showCell(value))
  return (
    <PlainTable
      label={t('case.differences')}
      columns={[t('undo.column'), t('case.differenceParty'), t('case.expected'), t('case.found')]}
      rows={view.differences.map(({ party, entity, column, expected, found }) => [
        `${entityName(entity, t)} · ${columnName(column, t)}`,
        roleName(party, t),
        shown(expected),
        shown(found),
      ])}
    />
  )
}
