import { Table } from '@navikt/ds-react'
import type { ReactNode } from 'react'

interface PlainTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** The first cell of a row names it and is its key. */
  readonly rows: readonly (readonly [string, ...ReactNode[]])[]
}

export const PlainTable = ({ label, columns, rows }: PlainTableProps) => (
  <div className="scroll" role="group" aria-label={label} tabIndex={0}>
    <Table size="small">
      <Table.Header>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column} scope="col" textSize="small">
              {column}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map(([name, ...cells]) => (
          <Table.Row key={name}>
            <Table.HeaderCell scope="row" className="row-name">
              {name}
            </Table.HeaderCell>
            {cells.map((cell, place) => (
              <Table.DataCell key={columns[place + 1]}>{cell}</Table.DataCell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </div>
)
