import { TextField } from '@navikt/ds-react'

import { fieldId } from '../forms/describe-field.ts'
import { useTexts } from '../texts/use-texts.ts'

export const purposeName = 'purpose'
export const purposeId = fieldId(purposeName)

const shortestPurpose = 10

export const isPurposeShort = (purpose: string): boolean => purpose.trim().length < shortestPurpose

interface PurposeFieldProps {
  /** The form that it belongs to. */
  readonly form: string
  readonly value: string
  readonly isTried: boolean
  readonly onChange: (purpose: string) => void
}

/** The purpose comes first, and stays from one lookup to the next: without one nothing is looked up. */
export const PurposeField = ({ form, value, isTried, onChange }: PurposeFieldProps) => {
  const { t } = useTexts()
  return (
    <TextField
      size="small"
      id={purposeId}
      form={form}
      className="look-up-purpose"
      label={t('lookUp.purpose')}
      description={t('lookUp.purposeHint')}
      autoComplete="off"
      value={value}
      error={isTried && isPurposeShort(value) ? t('lookUp.purposeShort') : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
