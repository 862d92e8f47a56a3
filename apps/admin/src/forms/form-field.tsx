import { Controller } from 'react-hook-form'

import { controls } from './controls.ts'
import {
  type CaseData,
  type FieldView,
  type FormValue,
  type FormValues,
  isSame,
  toFieldData,
} from './field-values.ts'
import { Marked } from './marked.tsx'
import { isStated } from './stated-fields.ts'

interface FormFieldProps {
  readonly field: FieldView
  /** What is corrected; undefined where nothing is, or before it is known. */
  readonly stood: CaseData | undefined
  /** Whether it may come to be known: a control that has the focus stays where it is then. */
  readonly mayMark: boolean
  readonly error: string | undefined
  readonly disabled: boolean
  readonly onLeave: () => void
}

/** One field of a form, by its type. */
export const FormField = ({ field, stood, mayMark, onLeave, ...props }: FormFieldProps) => {
  const Control = controls[field.control]
  const isMarked = mayMark && isStated(field)
  const isChanged = (value: FormValue) =>
    isMarked && stood !== undefined && !isSame(field, stood[field.name], toFieldData(field, value))
  return (
    <Controller<FormValues>
      name={field.name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <Marked field={field} data={stood ?? {}} isChanged={isChanged(value)} isOn={isMarked}>
          <Control
            {...props}
            ref={ref}
            field={field}
            value={value}
            onChange={onChange}
            onBlur={() => {
              onBlur()
              onLeave()
            }}
          />
        </Marked>
      )}
    />
  )
}
