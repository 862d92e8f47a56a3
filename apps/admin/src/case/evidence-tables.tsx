import { Table, Tag } from '@navikt/ds-react'

import { useUserNames } from '../shell/user-names.ts'
import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { showCell } from '../ui/show-cell.ts'
import { showExactMoment } from '../ui/times.ts'
import type { Evidence } from './evidence-panel.tsx'
import { roleName } from './role-name.ts'

interface EvidenceProps {
  readonly evidence: Evidence
}

/** What left the house, and when: its content stands in the case. */
export const Sent = ({ evidence: { sent } }: EvidenceProps) => {
  const { t } = useTexts()
  const nameOf = useUserNames()
  if (sent === null) return <p className="plain">{t('evidence.nothingSent')}</p>
  const facts = [
    [t('evidence.at'), showExactMoment(sent.at)],
    [t('evidence.service'), sent.service],
    [
      t('evidence.attempt'),
      t('evidence.attemptOf', { attempt: sent.attempt + 1, report: sent.report }),
    ],
    [t('evidence.dialogue'), sent.dialogue],
    [t('evidence.hash'), sent.requestHash],
    [t('evidence.by'), nameOf(sent.by)],
  ] as const
  return (
    <>
      <h3 className="section-title">{t('evidence.sent')}</h3>
      <dl className="row-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const stamp = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/

/** The register's stamps are twenty digits in Danish time. */
const showStamp = (timestamp: string): string => {
  const [, year, month, day, hours, minutes, seconds] = stamp.exec(timestamp) ?? []
  return year === undefined ? timestamp : `${day}-${month}-${year} ${hours}.${minutes}.${seconds}`
}

const tones = { before: 'neutral', matching: 'success', other: 'warning' } as const

export const EvidenceEntries = ({ evidence: { entries, readAt } }: EvidenceProps) => {
  const { t, text } = useTexts()
  return (
    <>
      <h3 className="section-title">{t('evidence.entries')}</h3>
      {entries.length === 0 ? (
        <p className="plain">{t(readAt === null ? 'evidence.notRead' : 'evidence.noEntries')}</p>
      ) : (
        <PlainTable
          label={t('evidence.entries')}
          columns={[
            t('evidence.entryAt'),
            t('evidence.code'),
            t('evidence.authority'),
            t('evidence.standing'),
          ]}
          rows={entries.map(
            ({ timestamp, code, derivedMark, authority, authorityName, standing }) => [
              showStamp(timestamp),
              derivedMark === '' ? code : `${code} ${derivedMark}`,
              `${authority} ${text(authorityName)}`,
              <Tag key="standing" size="xsmall" variant="moderate" data-color={tones[standing]}>
                {t(`evidence.standings.${standing}`)}
              </Tag>,
            ],
          )}
        />
      )}
    </>
  )
}

const verdictTones = { asExpected: 'success', asBefore: 'neutral', other: 'warning' } as const

/** Before, expected and now, field by field. */
export const EvidenceFields = ({ evidence: { fields } }: EvidenceProps) => {
  const { t } = useTexts()
  return (
    <>
      <h3 className="section-title">{t('evidence.fields')}</h3>
      {fields === null ? (
        <p className="plain">{t('evidence.fieldsNotRead')}</p>
      ) : (
        <div className="scroll" role="group" aria-label={t('evidence.fields')} tabIndex={0}>
          <Table size="small">
            <Table.Header>
              <Table.Row>
                {(['field', 'before', 'expected', 'now', 'verdict'] as const).map((column) => (
                  <Table.HeaderCell key={column} scope="col" textSize="small">
                    {t(`evidence.${column}`)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {fields.map((field) => (
                <FieldRow key={`${field.party} ${field.entity} ${field.column}`} field={field} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </>
  )
}

type Field = NonNullable<Evidence['fields']>[number]

const FieldRow = ({ field }: { readonly field: Field }) => {
  const { t } = useTexts()
  const shown = (value: string | null) => {
    if (field.isCovered) return t('evidence.covered')
    return value === null || value === '' ? t('evidence.nothing') : showCell(value, (pnr) => pnr)
  }
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className="row-name">
        {entityName(field.entity, t)} · {columnName(field.column, t)}
        <span className="under">{roleName(field.party, t)}</span>
      </Table.HeaderCell>
      <Table.DataCell>{shown(field.before)}</Table.DataCell>
      <Table.DataCell>{shown(field.expected)}</Table.DataCell>
      <Table.DataCell>{shown(field.now)}</Table.DataCell>
      <Table.DataCell>
        <Tag size="xsmall" variant="moderate" data-color={verdictTones[field.verdict]}>
          {t(`evidence.verdicts.${field.verdict}`)}
        </Tag>
      </Table.DataCell>
    </Table.Row>
  )
}
