import { Checkbox, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react'
import { useState } from 'react'

import { type Texts, useTexts } from '../texts/use-texts.ts'
import { toCode } from './code-text.ts'
import { type ControlProps, textOf } from './control-props.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'
import type { FieldView } from './field-values.ts'

/** More choices than this are typed with help instead of scrolled through. */
const longList = 40

export const CodeControl = (props: ControlProps) =>
  (props.field.options?.length ?? longList) < longList ? (
    <ChosenCode {...props} />
  ) : (
    <TypedCode {...props} />
  )

const ChosenCode = ({ field, value, onChange, ...props }: ControlProps) => {
  const texts = useTexts()
  return (
    <Select
      {...props}
      size="small"
      id={fieldId(field.name)}
      label={labelOf(field, texts)}
      description={descriptionOf(field, texts)}
      className="fitting"
      value={textOf(value)}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{texts.t('form.choose')}</option>
      {field.options?.map(({ code, name }) => (
        <option key={code} value={code}>
          {texts.text(name)}
        </option>
      ))}
    </Select>
  )
}

/** Shows the name once it is left; what is typed is the code, the name or the beginning of it. */
const TypedCode = ({ field, value, onChange, onBlur, ...props }: ControlProps) => {
  const texts = useTexts()
  const [isTyping, setTyping] = useState(false)
  const typed = textOf(value)
  const code = toCode(field.options, typed)
  const chosen = field.options?.find((option) => option.code === code)
  const note = chosen === undefined ? texts.t('form.codeOrName') : codeNote(texts, chosen, isTyping)
  const description = descriptionOf(field, texts)
  const id = fieldId(field.name)
  return (
    <div className="fitting">
      <TextField
        {...props}
        size="small"
        id={id}
        label={labelOf(field, texts)}
        description={description === undefined ? note : `${description}. ${note}`}
        htmlSize={28}
        autoComplete="off"
        list={`${id}-options`}
        value={isTyping || chosen === undefined ? typed : texts.text(chosen.name)}
        onBlur={() => {
          setTyping(false)
          onBlur()
        }}
        onChange={({ target }) => {
          setTyping(true)
          onChange(target.value)
        }}
      />
      <datalist id={`${id}-options`}>
        {field.options?.map((option) => (
          <option key={option.code} value={texts.text(option.name)} label={option.code} />
        ))}
      </datalist>
      <p className="sr-only" role="status">
        {isTyping && chosen !== undefined && note}
      </p>
    </div>
  )
}

type Option = NonNullable<FieldView['options']>[number]

const codeNote = ({ t, text }: Texts, { code, name }: Option, isTyping: boolean) =>
  isTyping ? `${text(name)} (${code})` : t('form.codeHint', { code })

/** A flag that must be answered has two answers; one that may be left out is ticked or not. */
export const FlagControl = (props: ControlProps) =>
  props.field.required ? <YesOrNo {...props} /> : <Tick {...props} />

const YesOrNo = ({ field, value, onChange, onBlur, error, disabled, ref }: ControlProps) => {
  const texts = useTexts()
  return (
    <RadioGroup
      size="small"
      id={fieldId(field.name)}
      tabIndex={-1}
      ref={ref}
      legend={labelOf(field, texts)}
      description={descriptionOf(field, texts)}
      error={error}
      disabled={disabled}
      value={typeof value === 'boolean' ? String(value) : ''}
      onBlur={onBlur}
      onChange={(answer: string) => onChange(answer === 'true')}
    >
      <Radio value="true">{texts.t('form.yes')}</Radio>
      <Radio value="false">{texts.t('form.no')}</Radio>
    </RadioGroup>
  )
}

const Tick = ({ field, value, onChange, onBlur, error, disabled, ref }: ControlProps) => {
  const texts = useTexts()
  const description = descriptionOf(field, texts)
  return (
    <div className="ticked">
      <Checkbox
        size="small"
        id={fieldId(field.name)}
        ref={ref}
        {...(description !== undefined && { description })}
        error={error !== undefined}
        disabled={disabled}
        checked={value === true}
        onBlur={onBlur}
        onChange={({ target }) => onChange(target.checked)}
      >
        {labelOf(field, texts)}
      </Checkbox>
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  )
}
