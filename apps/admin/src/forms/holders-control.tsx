import { Button, Fieldset, Select, TextField } from '@navikt/ds-react'
import { useState } from 'react'

import { type Texts, useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { type ControlProps, holdersOf } from './control-props.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'
import type { FieldView, HolderText } from './field-values.ts'

/** Parental authority is held by two at most. */
const mostHolders = 2

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
          <Relation
            options={field.options ?? []}
            relation={holder.relation}
            texts={texts}
            onChoose={(relation) => replace(index, { relation })}
          />
          <HolderNumber
            pnr={holder.personnummer}
            texts={texts}
            onType={(personnummer) => replace(index, { personnummer })}
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
      {holders.length < mostHolders && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => onChange([...holders, { relation: '', personnummer: '' }])}
        >
          {t('form.addHolder')}
        </Button>
      )}
    </Fieldset>
  )
}

interface RelationProps {
  readonly options: NonNullable<FieldView['options']>
  readonly relation: string
  readonly texts: Texts
  readonly onChoose: (relation: string) => void
}

const Relation = ({ options, relation, texts: { t, text }, onChoose }: RelationProps) => (
  <Select
    size="small"
    label={t('form.relation')}
    value={relation}
    onChange={({ target }) => onChoose(target.value)}
  >
    <option value="">{t('form.choose')}</option>
    {options.map(({ code, name }) => (
      <option key={code} value={code}>
        {text(name)}
      </option>
    ))}
  </Select>
)

interface HolderNumberProps {
  readonly pnr: string
  readonly texts: Texts
  readonly onType: (pnr: string) => void
}

/** Covered again as soon as it is left, as every number on the screen. */
const HolderNumber = ({ pnr, texts: { t }, onType }: HolderNumberProps) => {
  const [isTyping, setTyping] = useState(false)
  return (
    <TextField
      size="small"
      label={t('form.holderPnr')}
      htmlSize={14}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      className="figures"
      value={isTyping ? pnr : maskPnr(pnr)}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={({ target }) => onType(target.value)}
    />
  )
}
