import { Tag } from '@navikt/ds-react'

import { daHistory } from '../texts/da-history.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import type { HistoryRow } from './rows.ts'

const isMark = (word: string): word is keyof typeof daHistory.history.marks =>
  word in daHistory.history.marks

/** What a mark is called, with the register's own letter. */
const markName = (mark: string, t: Texts['t']): string =>
  isMark(mark) ? t(`history.marks.${mark}`) : mark

/** Colour only repeats the word. */
export const RowMark = ({ row }: { readonly row: Pick<HistoryRow, 'mark' | 'current'> }) => {
  const { t } = useTexts()
  if (row.mark !== null) {
    return (
      <>
        <Tag size="small" variant="outline" data-color="neutral">
          {markName(row.mark, t)}
        </Tag>
        <span className="row-place">{t('history.proof')}</span>
      </>
    )
  }
  return (
    <>
      <Tag size="small" variant="moderate" data-color={row.current ? 'success' : 'neutral'}>
        {t('history.valid')}
      </Tag>
      <span className="row-place">{t(row.current ? 'history.current' : 'history.former')}</span>
    </>
  )
}
