import { InlineMessage } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { type Answered, rowsIn } from './answered.ts'

/** How it went. */
export const Outcome = ({ answered: { question, view } }: { readonly answered: Answered }) => {
  const { t, text } = useTexts()
  const { receipt, found, total } = view
  const count = rowsIn(view).length
  if (!found && receipt.code !== 0) {
    const words = receipt.meaning === null ? receipt.text : text(receipt.meaning)
    return (
      <InlineMessage status="warning" size="small">
        {t('lookUp.said', { text: words, code: receipt.code })}
      </InlineMessage>
    )
  }
  if (!found) {
    const hint = question.person === undefined ? 'lookUp.noRowsSearch' : 'lookUp.noRowsPerson'
    return (
      <p className="plain">
        {t('lookUp.noRows')} {t(hint)}
      </p>
    )
  }
  if (count === 0) return <p className="plain">{t('lookUp.found')}</p>
  return (
    <p className="plain">
      {total !== null && total > count
        ? t('lookUp.rowsOf', { count, total })
        : t('lookUp.rows', { count })}
    </p>
  )
}
