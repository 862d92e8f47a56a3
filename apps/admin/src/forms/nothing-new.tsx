import { useFormContext, useWatch } from 'react-hook-form'

import { useTexts } from '../texts/use-texts.ts'
import type { CaseData, FieldView, FormValues } from './field-values.ts'
import { statesNothingNew } from './stated-fields.ts'

interface NothingNewProps {
  readonly fields: readonly FieldView[]
  readonly stood: CaseData | undefined
}

/** Goes as soon as something is corrected. */
export const NothingNew = ({ fields, stood }: NothingNewProps) => {
  const { t } = useTexts()
  const { getValues } = useFormContext<FormValues>()
  useWatch<FormValues>()
  if (!statesNothingNew(fields, stood, getValues())) return null
  return <p className="field-error">{t('rowChoice.unchanged')}</p>
}
