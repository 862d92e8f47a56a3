import { Button, Fieldset, TextField } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { type ControlProps, holdersOf } from './control-props.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'
import type { HolderText } from './field-values.ts'

export const HoldersControl = ({
  field,
  value,
  error,
  disabled,
  onChange,
  onBlur,
  ref,
}: ControlProps) => {
  const texts = useTexts()
  const { t } = texts
  const holders = holdersOf(value)
  const replace = (place: number, change: Partial<HolderText>) =>
    onChange(holders.map((holder, index) => (index === place ? { ...holder, ...change } : holder)))
  return (
    <Fieldset
      size="small"
      id={fieldId(field.name)}
      tabIndex={-1}
      ref={ref}
      legend={labelOf(field, texts)}
      description={descriptionOf(field, texts)}
      error={error}
      disabled={disabled}
      onBlur={onBlur}
    >
      {holders.map((holder, index) => (
        <div key={index} className="holder">
          <TextField
            size="small"
            label={t('form.relation')}
            htmlSize={8}
            value={holder.relation}
            onChange={({ target }) => replace(index, { relation: target.value })}
          />
          <TextField
            size="small"
            label={t('form.holderPnr')}
            htmlSize={14}
            inputMode="numeric"
            value={holder.personnummer}
            onChange={({ target }) => replace(index, { personnummer: target.value })}
          />
          <Button
            type="button"
            size="small"
            variant="tertiary"
            onClick={() => onChange(holders.filter((_, place) => place !== index))}
          >
            {t('form.removeHolder', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={() => onChange([...holders, { relation: '', personnummer: '' }])}
      >
        {t('form.addHolder')}
      </Button>
    </Fieldset>
  )
}
