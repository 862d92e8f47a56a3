import { DatePicker } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { type ControlProps, textOf } from './control-props.ts'
import { fromPickedDate, toPickedDate, toTypedDate, toWireDate } from './date-text.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'

/** Typed by hand first, since dates of the register may lack a day; the calendar is a help. */
export const DateControl = ({ field, value, onChange, onBlur, ...props }: ControlProps) => {
  const texts = useTexts()
  const [isOpen, setOpen] = useState(false)
  const typed = textOf(value)
  const picked = toPickedDate(toWireDate(typed))
  const id = fieldId(field.name)
  const close = () => {
    if (isInCalendar(document.activeElement)) document.querySelector<HTMLElement>(`#${id}`)?.focus()
    setOpen(false)
    onBlur()
  }
  return (
    <DatePicker
      open={isOpen}
      onOpenToggle={() => setOpen(!isOpen)}
      onClose={close}
      {...(picked && { selected: picked, defaultMonth: picked })}
      onSelect={(date) => {
        if (date !== undefined) onChange(toTypedDate(fromPickedDate(date)))
        close()
      }}
    >
      <DatePicker.Input
        {...props}
        size="small"
        id={id}
        label={labelOf(field, texts)}
        description={descriptionOf(field, texts)}
        autoComplete="off"
        value={typed}
        onBlur={onBlur}
        onChange={({ target }) => onChange(target.value)}
      />
    </DatePicker>
  )
}

/** Who leaves the calendar from inside is taken back to the field; who clicked elsewhere is not. */
const isInCalendar = (focused: Element | null) => focused?.closest('.aksel-date__popover') !== null
