import { Tag, type TagProps } from '@navikt/ds-react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

export type Status = Outputs['cases']['get']['status']

/** Colour only repeats the word. */
const colours: Record<Status, NonNullable<TagProps['data-color']>> = {
  draft: 'neutral',
  checking: 'info',
  confirming: 'warning',
  reporting: 'info',
  inDoubt: 'warning',
  waiting: 'info',
  followOns: 'warning',
  completed: 'success',
  stuck: 'danger',
  undoing: 'info',
  undone: 'neutral',
  partlyUndone: 'warning',
  withdrawn: 'neutral',
}

export const StatusTag = ({ status }: { readonly status: Status }) => {
  const { t } = useTexts()
  return (
    <Tag size="small" variant="moderate" data-color={colours[status]}>
      {t(`status.${status}`)}
    </Tag>
  )
}
