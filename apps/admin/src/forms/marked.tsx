import type { ReactNode } from 'react'

import { showValue } from '../case/show-value.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { CaseData, FieldView } from './field-values.ts'

interface MarkedProps {
  readonly field: FieldView
  readonly data: CaseData
  readonly isChanged: boolean
  readonly isOn: boolean
  readonly children: ReactNode
}

/** A field that is corrected says what stood there; the control itself stays where it is while somebody types. */
export const Marked = ({ field, data, isChanged, isOn, children }: MarkedProps) => {
  const texts = useTexts()
  if (!isOn) return children
  return (
    <div className={isChanged ? 'marked marked-changed' : 'marked'}>
      {children}
      {isChanged && (
        <p className="marked-note">
          {texts.t('undo.corrected', { value: showValue(field, data[field.name], texts) })}
        </p>
      )}
    </div>
  )
}
