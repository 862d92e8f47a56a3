import { Table } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { byGroup, type EventSummary } from '../new-case/event-groups.ts'
import { paths } from '../paths.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'

const cells = {
  name: ({ event, name }, { text }) => (
    <Link to={paths.event} params={{ event }} className="aksel-link">
      {text(name)}
    </Link>
  ),
  service: ({ service }) => <span className="mono nowrap">{service}</span>,
  kind: ({ primary, secondary }, { t }) =>
    [primary ? t('events.primary') : [], secondary ? t('events.secondary') : []].flat().join(', '),
  fields: ({ fields }) => fields,
  rules: ({ rules }) => rules,
  followOns: ({ followOns }) => followOns,
  reporters: ({ reporters }, { text }) => reporters.map(({ name }) => text(name)).join(', '),
} satisfies Readonly<Record<string, (event: EventSummary, texts: Texts) => ReactNode>>

export type EventColumn = keyof typeof cells

interface EventTableProps {
  readonly label: string
  readonly events: readonly EventSummary[]
  readonly columns: readonly EventColumn[]
}

/** Events by what they are about. */
export const EventTable = ({ label, events, columns }: EventTableProps) => {
  const texts = useTexts()
  const { t, text } = texts
  return (
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column} scope="col" textSize="small">
                {t(`events.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        {byGroup(events).map(({ group, events: inGroup }) => (
          <Table.Body key={group.id}>
            <Table.Row>
              <Table.HeaderCell
                scope="rowgroup"
                colSpan={columns.length}
                textSize="small"
                className="group-row"
              >
                {text(group.name)}
              </Table.HeaderCell>
            </Table.Row>
            {inGroup.map((event) => (
              <Table.Row key={event.event}>
                {columns.map((column) => (
                  <Table.DataCell key={column}>{cells[column](event, texts)}</Table.DataCell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        ))}
      </Table>
    </div>
  )
}
