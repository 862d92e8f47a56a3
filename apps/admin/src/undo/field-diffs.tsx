import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { showValue } from '../case/show-value.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlainTable } from '../ui/plain-table.tsx'

type Diffs = NonNullable<Outputs['cases']['planCorrection']['diff']>

interface FieldDiffsProps {
  readonly event: string
  readonly diffs: Diffs
}

/** What was typed anew, as the form names it. */
export const FieldDiffs = ({ event, diffs }: FieldDiffsProps) => {
  const texts = useTexts()
  const { t, text } = texts
  const trpc = useTRPC()
  const { data } = useQuery(trpc.catalogue.event.queryOptions({ event }, { staleTime: Infinity }))
  if (diffs.length === 0 || data === undefined) return null
  const shown = (name: string, value: Diffs[number]['before']) => {
    const field = data.fields.find((one) => one.name === name)
    return field === undefined ? null : showValue(field, value, texts)
  }
  return (
    <PlainTable
      label={t('undo.fields')}
      columns={[t('undo.column'), t('undo.now'), t('undo.after')]}
      rows={diffs.map(({ field, label, before, after }) => [
        text(label),
        shown(field, before),
        shown(field, after),
      ])}
    />
  )
}
