import { Fragment } from 'react'

import { RowMark } from '../history/row-mark.tsx'
import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showDate } from '../ui/times.ts'
import { showCellValue } from '../undo/describe-row.ts'
import { CaseLink } from './case-link.tsx'
import { namedNumber } from './known-people.ts'
import type { CaseView } from './use-case-command.ts'

/** Which row a correction or an undo is about, and the case that asked for it. */
export const ExactRow = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const { row } = view
  if (row === null) return null
  return (
    <section className="card" aria-labelledby="row-title">
      <h2 id="row-title" className="card-title">
        {t('exactRow.title')}
      </h2>
      <p className="row-state subtle">{t('exactRow.asOf')}</p>
      <p className="row-state">
        <RowMark row={row} />
      </p>
      <RowContent view={view} row={row} />
      {view.parent !== null && (
        <p className="follow-on-note">
          {t('exactRow.belongsTo')} <CaseLink caseId={view.parent} />
        </p>
      )}
    </section>
  )
}

interface RowContentProps {
  readonly view: CaseView
  readonly row: NonNullable<CaseView['row']>
}

const RowContent = ({ view, row }: RowContentProps) => {
  const texts = useTexts()
  const { t } = texts
  const { person, entity, columns, start, end, names } = row
  const known = (pnr: string) => namedNumber(view, pnr)
  const cells = Object.entries(columns).flatMap(([column, value]) =>
    value === null
      ? []
      : [[column, showCellValue({ column, value, name: names[column] }, texts, known)]],
  )
  const facts = [
    [t('exactRow.of'), `${entityName(entity, t)}, ${known(person)}`],
    ...cells.map(([column = '', value = '']) => [columnName(column, t), value]),
    ...(start === null ? [] : [[columnName('start', t), showDate(start)]]),
    ...(end === null ? [] : [[columnName('end', t), showDate(end)]]),
  ]
  return (
    <dl className="facts exact-row">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
