import { Select } from '@navikt/ds-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useWatch } from 'react-hook-form'

import { useTRPC } from '../api.ts'
import { RowChoice } from '../history/row-choice.tsx'
import { MaintainedContext } from '../history/use-maintained.ts'
import { useTexts } from '../texts/use-texts.ts'
import { bareNumber, isWholePnr } from '../ui/mask.ts'
import { type ControlProps, textOf } from './control-props.ts'
import { descriptionOf, fieldId, labelOf } from './describe-field.ts'
import type { FormValues } from './field-values.ts'
import { serviceOf, toReferenceRows } from './reference-rows.ts'
import { TextControl } from './text-controls.tsx'

/** What the case looks things up for; a form without one looks nothing up. */
export const PurposeContext = createContext<string | undefined>(undefined)

/** A row of the register is chosen among the person's own; typed where none can be fetched. */
export const ReferenceControl = (props: ControlProps) => {
  const maintained = useContext(MaintainedContext)
  return maintained !== undefined && props.field.name === 'timestamp' ? (
    <RowChoice {...props} maintained={maintained} />
  ) : (
    <ListedRow {...props} />
  )
}

const ListedRow = (props: ControlProps) => {
  const { field, value, onChange, ...rest } = props
  const texts = useTexts()
  const chosen = textOf(value)
  const rows = useRows(field.name)
  // Its hint is for who must type it.
  const { hint: _hint, ...untyped } = field
  if (rows.length === 0) return <TextControl {...props} />
  return (
    <Select
      {...rest}
      size="small"
      id={fieldId(field.name)}
      label={labelOf(field, texts)}
      description={descriptionOf(untyped, texts)}
      className="fitting"
      value={chosen}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{texts.t('form.choose')}</option>
      {chosen !== '' && !rows.some(({ timestamp }) => timestamp === chosen) && (
        <option value={chosen}>{chosen}</option>
      )}
      {rows.map(({ timestamp, who, since }) => (
        <option key={timestamp} value={timestamp}>
          {texts.t('form.rowSince', { who, since })}
        </option>
      ))}
    </Select>
  )
}

const useRows = (name: string) => {
  const trpc = useTRPC()
  const purpose = useContext(PurposeContext)
  const person = useWatch<FormValues>({ name: 'personnummer' })
  const service = serviceOf[name]
  const isAskable = typeof person === 'string' && isWholePnr(person)
  const question =
    isAskable && service !== undefined && purpose !== undefined
      ? { service, keys: { PNR: bareNumber(person) }, purpose }
      : skipToken
  const { data } = useQuery(trpc.register.lookUp.queryOptions(question, { staleTime: 60_000 }))
  return toReferenceRows(data?.rows ?? [])
}
