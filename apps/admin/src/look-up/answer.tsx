import { Button, Tag } from '@navikt/ds-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { HistoryLink } from '../history/history-link.tsx'
import { leavePerson } from '../new-case/person-to-open.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr, maskText, spacePnr } from '../ui/mask.ts'
import { PlainTable } from '../ui/plain-table.tsx'

type LookUp = Outputs['register']['lookUp']
type Row = LookUp['rows'][number]

interface AnswerProps {
  readonly answer: LookUp
  /** The number that was looked up, where one was. */
  readonly person: string | undefined
  readonly purpose: string
}

/** What the register said; numbers are covered until somebody asks. */
export const Answer = ({ answer, person, purpose }: AnswerProps) => {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [isShown, setShown] = useState(false)
  const cover = (text: string) => (isShown ? spacePnr(text) : maskText(text))
  const openCase = (pnr: string) => {
    leavePerson(pnr)
    void navigate({ to: paths.newCase })
  }
  const rows = answer.rows.filter(({ heading }) => !heading)
  return (
    <section className="card" aria-labelledby="answer-title">
      <div className="head">
        <h2 id="answer-title" className="card-title">
          {t('lookUp.result')} <span className="mono">{answer.service}</span>{' '}
          {answer.protected && (
            <Tag size="small" variant="moderate" data-color="warning">
              {t('lookUp.protected')}
            </Tag>
          )}
        </h2>
        <div className="head-end">
          <Button
            size="small"
            variant="secondary"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? t('lookUp.hide') : t('lookUp.show')}
          </Button>
          {person !== undefined && answer.found && (
            <>
              <HistoryLink
                person={person}
                purpose={purpose}
                whose={maskPnr(person)}
                variant="secondary"
              />
              <Button size="small" onClick={() => openCase(person)}>
                {t('lookUp.open')}
              </Button>
            </>
          )}
        </div>
      </div>
      <p className="plain">
        {t('lookUp.receipt', { code: answer.receipt.code, text: answer.receipt.text })}
      </p>
      <PlainTable
        label={t('lookUp.result')}
        columns={[t('lookUp.field'), t('lookUp.value')]}
        rows={Object.entries(answer.fields)
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => [name, cover(value)])}
      />
      {rows.length > 0 && (
        <>
          <p className="hint">{t('lookUp.rows', { count: rows.length })}</p>
          <RowList rows={rows} cover={cover} />
        </>
      )}
    </section>
  )
}

interface RowListProps {
  readonly rows: readonly Row[]
  readonly cover: (text: string) => string
}

const RowList = ({ rows, cover }: RowListProps) => (
  <ul className="register-rows">
    {rows.map((row, place) => (
      <li key={`${row.table}-${rows.length - place}`}>
        <dl className="facts">
          {row.fields
            .filter(({ value }) => value.trim() !== '')
            .map(({ code, name, value, text }) => (
              <div key={code} className="fact">
                <dt>{name}</dt>
                <dd>
                  {cover(value)}
                  {text !== null && <span className="subtle"> {text}</span>}
                </dd>
              </div>
            ))}
        </dl>
      </li>
    ))}
  </ul>
)
