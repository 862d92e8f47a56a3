import { Table } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'
import { namedNumber } from './known-people.ts'
import { showValue } from './show-value.ts'
import type { CaseView } from './use-case-command.ts'

export const DataTab = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const nameOf = useUserNames()
  return (
    <>
      <dl className="facts">
        <dt>{t('dataTab.purpose')}</dt>
        <dd>{view.purpose}</dd>
        <dt>{t('dataTab.openedBy')}</dt>
        <dd>
          {nameOf(view.openedBy)}, {showMoment(view.openedAt)}
        </dd>
        <dt>{t('dataTab.version')}</dt>
        <dd>{view.version}</dd>
      </dl>
      <DataTable view={view} />
    </>
  )
}

/** What the case knows, field by field, in the order of the form. */
export const DataTable = ({
  view,
}: {
  readonly view: Pick<CaseView, 'event' | 'data' | 'persons'>
}) => {
  const texts = useTexts()
  const { t, text } = texts
  const trpc = useTRPC()
  const known = (pnr: string) => namedNumber(view, pnr)
  const query = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  return (
    <Panel
      query={query}
      isEmpty={() => Object.keys(view.data).length === 0}
      empty={<span className="subtle">{t('dataTab.none')}</span>}
    >
      {({ fields }) => (
        <Table size="small" className="data-table">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('dataTab.field')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('dataTab.value')}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {fields
              .filter(({ name }) => view.data[name] !== undefined)
              .map((field) => (
                <Table.Row key={field.name}>
                  <Table.HeaderCell scope="row">{text(field.label)}</Table.HeaderCell>
                  <Table.DataCell>
                    {showValue(field, view.data[field.name], texts, known)}
                  </Table.DataCell>
                </Table.Row>
              ))}
          </Table.Body>
        </Table>
      )}
    </Panel>
  )
}
