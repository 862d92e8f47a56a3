import { Textarea, TextField } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { type ControlProps, textOf } from './control-props.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'
import { findLongLine, longestLine } from './long-line.ts'

export const TextControl = ({ field, value, onChange, ...props }: ControlProps) => {
  const texts = useTexts()
  const length = field.control === 'time' ? lengthOfTime : field.length
  return (
    <TextField
      {...props}
      size="small"
      id={fieldId(field.name)}
      label={labelOf(field, texts)}
      description={descriptionOf(field, texts)}
      {...(isShort(length) && { htmlSize: Math.max(6, length + 2) })}
      className={isShort(length) ? 'fitting' : 'wide'}
      autoComplete="off"
      value={textOf(value)}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

const lengthOfTime = 5

const isShort = (length: number | undefined): length is number =>
  length !== undefined && length <= 20

export const LinesControl = ({ field, value, onChange, ref, ...props }: ControlProps) => {
  const texts = useTexts()
  const long = field.control === 'lines' ? findLongLine(textOf(value)) : undefined
  return (
    <div className="wide">
      <Textarea
        {...props}
        ref={ref}
        size="small"
        id={fieldId(field.name)}
        label={labelOf(field, texts)}
        description={descriptionOf(field, texts)}
        minRows={2}
        value={textOf(value)}
        onChange={({ target }) => onChange(target.value)}
      />
      <div role="status">
        {long !== undefined && (
          <p className="field-error">
            {texts.t('form.lineTooLong', { ...long, max: longestLine })}
          </p>
        )}
      </div>
    </div>
  )
}

/** Covered again as soon as the field is left: others look at the screen too. */
export const PnrControl = ({ field, value, onChange, onBlur, ...props }: ControlProps) => {
  const texts = useTexts()
  const [isTyping, setTyping] = useState(false)
  const number = textOf(value)
  return (
    <TextField
      {...props}
      size="small"
      id={fieldId(field.name)}
      label={labelOf(field, texts)}
      description={descriptionOf(field, texts)}
      inputMode="numeric"
      htmlSize={14}
      autoComplete="off"
      spellCheck={false}
      className="fitting figures"
      value={isTyping ? number : maskPnr(number)}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false)
        onBlur()
      }}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
