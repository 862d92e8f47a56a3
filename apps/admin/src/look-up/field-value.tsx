import { Tag } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import type { AnsweredField } from './answered.ts'
import { showField } from './show-field.ts'

/** What a reader has chosen to see of an answer. */
export interface Sight {
  readonly areNumbersShown: boolean
  /** With the register's own codes and time stamps. */
  readonly isWhole: boolean
}

interface FieldValueProps {
  readonly field: AnsweredField
  readonly areNumbersShown: boolean
}

export const FieldValue = ({ field, areNumbersShown }: FieldValueProps) => {
  const { text } = useTexts()
  const { words, code } = showField(field, text, areNumbersShown)
  if (field.kind === 'mark') {
    return (
      <Tag size="small" variant="outline" data-color="neutral">
        {code === null ? words : `${words} (${code})`}
      </Tag>
    )
  }
  return (
    <>
      {words}
      {code !== null && <span className="subtle"> ({code})</span>}
    </>
  )
}

interface FieldNameProps {
  readonly field: AnsweredField
  readonly isWhole: boolean
}

export const FieldName = ({ field, isWhole }: FieldNameProps) => {
  const { text } = useTexts()
  const name = text(field.label)
  return (
    <>
      {name.charAt(0).toLocaleUpperCase('da') + name.slice(1)}
      {isWhole && <span className="mono subtle"> {field.code}</span>}
    </>
  )
}
