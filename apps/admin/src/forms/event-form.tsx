import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'

import { LateRows } from '../history/late-rows.tsx'
import { type Maintained, MaintainedContext, useMaintained } from '../history/use-maintained.ts'
import { useTexts } from '../texts/use-texts.ts'
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
import { FormField } from './form-field.tsx'
import { formRules } from './form-rules.ts'
import { NothingNew } from './nothing-new.tsx'
import { PurposeContext } from './reference-control.tsx'
import { isStated, statesNothingNew } from './stated-fields.ts'

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
  /** The operation of a maintenance case: its row is chosen from the person's history. */
  readonly maintains?: string | undefined
  /** Called with what is not saved yet, once the form has nothing wrong that it can see itself. */
  readonly onSubmit: (changes: Changes) => void
  readonly children: ReactNode
}

/** Any event's form, from its fields. Each field is saved when it is left. */
export const EventForm = (props: EventFormProps) => {
  const { fields, data, found, disabled, onSave, onSubmit } = props
  const texts = useTexts()
  const [isNothingNew, setNothingNew] = useState(false)
  const rules = useMemo(() => formRules(fields, texts), [fields, texts.language])
  const form = useForm<FormValues>({
    values: toFormValues(fields, data),
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    resolver: zodResolver(rules),
    shouldFocusError: false,
  })
  const { control, handleSubmit, getValues, setValue, formState } = form
  const changesOf = (chosen: readonly FieldView[]): Changes =>
    Object.fromEntries(
      chosen.flatMap((field) => {
        const value = toFieldData(field, getValues(field.name))
        return isSame(field, data[field.name], value) ? [] : [[field.name, value]]
      }),
    )
  const save = (chosen: readonly FieldView[]) => {
    const changes = changesOf(chosen)
    if (!disabled && Object.keys(changes).length > 0) onSave(changes)
  }
  const maintained = useMaintained({
    operation: props.maintains,
    purpose: props.purpose,
    control,
    onChoose: ({ timestamp, content }) => {
      const given = toFormValues(fields.filter(isStated), content)
      for (const [name, value] of Object.entries({ ...given, timestamp })) {
        setValue(name, value, { shouldDirty: true })
      }
      save(fields)
    },
  })
  const corrected = contentIn(maintained)
  const stood = corrected ?? (props.marksChanges === true ? data : undefined)
  const onReady = () => {
    const isNothing = statesNothingNew(fields, corrected, getValues())
    setNothingNew(isNothing)
    if (!isNothing) onSubmit(changesOf(fields))
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
      onSubmit={(event) => void handleSubmit(onReady)(event)}
    >
      <ErrorList
        errors={own.length > 0 ? own : found}
        isAnswer={props.isAnswer}
        attempt={`${formState.submitCount}/${found.length}`}
        labelOf={(name) => labelAt(fields, name, texts)}
      />
      <FormProvider {...form}>
        <PurposeContext value={props.purpose}>
          <MaintainedContext value={maintained}>
            <div className="fields">
              {shownFields(fields, data, maintained).map((field) => (
                <FormField
                  key={field.name}
                  field={field}
                  stood={stood}
                  mayMark={maintained !== undefined || props.marksChanges === true}
                  error={formState.errors[field.name]?.message ?? foundAt(field)}
                  disabled={disabled}
                  onLeave={() => save([field])}
                />
              ))}
            </div>
            {maintained !== undefined && isLate(fields) && <LateRows maintained={maintained} />}
            <div role="alert">
              {isNothingNew && <NothingNew fields={fields} stood={corrected} />}
            </div>
          </MaintainedContext>
        </PurposeContext>
      </FormProvider>
      {props.children}
    </form>
  )
}

/** Undefined where the form does not say anew what stands: late reports, undos, and rows that nobody may see. */
const contentIn = (maintained: Maintained | undefined): CaseData | undefined => {
  const content = maintained?.row?.content ?? {}
  return Object.keys(content).length === 0 ? undefined : content
}

/** What belongs to another kind of row is left out; not what somebody gave all the same. */
const shownFields = (
  fields: readonly FieldView[],
  data: CaseData,
  maintained: Maintained | undefined,
) => {
  const foreign = maintained?.row?.foreign ?? []
  return fields.filter(({ name }) => !foreign.includes(name) || data[name] !== undefined)
}

/** A late report is maintenance of no row that stands. */
const isLate = (fields: readonly FieldView[]) =>
  fields.every(({ control }) => control !== 'reference')

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
