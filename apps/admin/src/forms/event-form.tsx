import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useMemo } from 'react'
import { Controller, FormProvider, useForm } from 'react-hook-form'

import { useTexts } from '../texts/use-texts.ts'
import { controls } from './controls.ts'
import { fieldId, labelOf } from './describe-field.ts'
import { ErrorList, type ListedError } from './error-list.tsx'
import {
  type CaseData,
  type FieldData,
  type FieldView,
  type FormValues,
  isSame,
  toFieldData,
  toFormValues,
} from './field-values.ts'
import { formRules } from './form-rules.ts'
import { Marked } from './marked.tsx'
import { PurposeContext } from './reference-control.tsx'

export type Changes = Record<string, FieldData | null>

interface EventFormProps {
  readonly fields: readonly FieldView[]
  readonly data: CaseData
  /** What it may look up in the register for; without one, nothing. */
  readonly purpose?: string
  readonly disabled: boolean
  /** What the rules and the register found, by field. */
  readonly found: readonly ListedError[]
  readonly onSave: (changes: Changes) => void
  /** Whether it was sent before it came on the screen. */
  readonly isAnswer: boolean
  /** Whether a field that says something else than `data` shows what stood there. */
  readonly marksChanges?: boolean
  /** Called with what is not saved yet, once the form has nothing wrong that it can see itself. */
  readonly onSubmit: (changes: Changes) => void
  readonly children: ReactNode
}

/** Any event's form, from its fields. Each field is saved when it is left. */
export const EventForm = (props: EventFormProps) => {
  const { fields, data, found, disabled, onSave, onSubmit } = props
  const texts = useTexts()
  const rules = useMemo(() => formRules(fields, texts), [fields, texts.language])
  const form = useForm<FormValues>({
    values: toFormValues(fields, data),
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    resolver: zodResolver(rules),
    shouldFocusError: false,
  })
  const { control, handleSubmit, getValues, formState } = form
  const changesOf = (chosen: readonly FieldView[]): Changes =>
    Object.fromEntries(
      chosen.flatMap((field) => {
        const value = toFieldData(field, getValues(field.name))
        return isSame(field, data[field.name], value) ? [] : [[field.name, value]]
      }),
    )
  const save = (field: FieldView) => {
    const changes = changesOf([field])
    if (!disabled && Object.keys(changes).length > 0) onSave(changes)
  }
  const own = fields.flatMap(({ name }) => {
    const message = formState.errors[name]?.message
    return message === undefined ? [] : [{ name, message }]
  })
  const foundAt = (field: FieldView) =>
    changesOf([field])[field.name] === undefined
      ? found.find(({ name }) => name === field.name)?.message
      : undefined
  return (
    <form
      id="event-form"
      noValidate
      tabIndex={-1}
      onSubmit={(event) => void handleSubmit(() => onSubmit(changesOf(fields)))(event)}
    >
      <ErrorList
        errors={own.length > 0 ? own : found}
        isAnswer={props.isAnswer}
        attempt={`${formState.submitCount}/${found.length}`}
        labelOf={(name) => labelAt(fields, name, texts)}
      />
      <FormProvider {...form}>
        <PurposeContext value={props.purpose}>
          <div className="fields">
            {fields.map((field) => {
              const Control = controls[field.control]
              return (
                <Controller
                  key={field.name}
                  name={field.name}
                  control={control}
                  render={({ field: { value, onChange, onBlur, ref } }) => (
                    <Marked
                      field={field}
                      data={data}
                      isChanged={changesOf([field])[field.name] !== undefined}
                      isOn={props.marksChanges === true}
                    >
                      <Control
                        ref={ref}
                        field={field}
                        value={value}
                        error={formState.errors[field.name]?.message ?? foundAt(field)}
                        disabled={disabled}
                        onChange={onChange}
                        onBlur={() => {
                          onBlur()
                          save(field)
                        }}
                      />
                    </Marked>
                  )}
                />
              )
            })}
          </div>
        </PurposeContext>
      </FormProvider>
      {props.children}
    </form>
  )
}

const labelAt = (
  fields: readonly FieldView[],
  name: string | null,
  texts: ReturnType<typeof useTexts>,
) => {
  const field = fields.find((one) => one.name === name)
  return field === undefined
    ? { href: '#event-form', label: null }
    : { href: `#${fieldId(field.name)}`, label: labelOf(field, texts) }
}
