import { Button } from '@navikt/ds-react'
import { type FormEvent, useState } from 'react'

import { controls } from '../forms/controls.ts'
import { fieldId } from '../forms/describe-field.ts'
import { ErrorList, type ListedError } from '../forms/error-list.tsx'
import type { FieldView, FormValue, FormValues } from '../forms/field-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsOf, problemsIn, type ServiceView } from './key-fields.ts'
import { isPurposeShort, purposeId, purposeName } from './purpose-field.tsx'

interface KeyFormProps {
  readonly id: string
  readonly service: ServiceView
  readonly purpose: string
  readonly values: FormValues
  /** Keys that were refused when it was asked. */
  readonly refused: readonly string[]
  readonly busy: boolean
  readonly onChange: (name: string, value: FormValue) => void
  /** Called once an attempt was made, whether or not anything is wrong. */
  readonly onTry: () => void
  readonly onAsk: () => void
}

/** The form of one service, from its description. */
export const KeyForm = ({ id, service, purpose, values, refused, ...props }: KeyFormProps) => {
  const texts = useTexts()
  const { t } = texts
  const [tries, setTries] = useState(0)
  const { criteria, list } = fieldsOf(service)
  const own = [
    ...(isPurposeShort(purpose) ? [{ name: purposeName, message: t('lookUp.purposeShort') }] : []),
    ...problemsIn(service, values, texts),
  ]
  const fields = [...criteria, ...list]
  const errors = tries > 0 && own.length > 0 ? own : refusals(fields, refused, texts)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    props.onTry()
    if (own.length === 0) props.onAsk()
  }
  const show = (field: FieldView) => (
    <KeyField
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      error={errors.find(({ name }) => name === field.name)?.message}
      onChange={(value) => props.onChange(field.name, value)}
    />
  )
  return (
    <form id={id} noValidate onSubmit={onSubmit} className="look-up-form">
      <ErrorList
        heading={t('lookUp.summary')}
        errors={errors}
        isAnswer={false}
        attempt={`${tries}/${refused.length}`}
        labelOf={(name) => ({
          href: `#${name === purposeName ? purposeId : fieldId(name ?? '')}`,
          label: null,
        })}
      />
      <div className="fields">{criteria.map(show)}</div>
      {list.length > 0 && (
        <fieldset className="look-up-list">
          <legend>{t('lookUp.list')}</legend>
          <div className="fields">{list.map(show)}</div>
        </fieldset>
      )}
      <div className="buttons">
        <Button type="submit" size="small" loading={props.busy}>
          {t('lookUp.run')}
        </Button>
      </div>
    </form>
  )
}

const refusals = (
  fields: readonly FieldView[],
  refused: readonly string[],
  texts: ReturnType<typeof useTexts>,
): readonly ListedError[] =>
  fields
    .filter(({ name }) => refused.includes(name))
    .map((field) => ({
      name: field.name,
      message: texts.t('lookUp.keyInvalid', { label: texts.text(field.label) }),
    }))

interface KeyFieldProps {
  readonly field: FieldView
  readonly value: FormValue
  readonly error: string | undefined
  readonly onChange: (value: FormValue) => void
}

const nothing = () => undefined

const KeyField = ({ field, ...props }: KeyFieldProps) => {
  const Control = controls[field.control]
  return <Control {...props} field={field} disabled={false} onBlur={nothing} ref={nothing} />
}
