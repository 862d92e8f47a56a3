import { Select } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface AssignDialogProps {
  readonly open: boolean
  readonly current: string | null
  readonly busy: boolean
  readonly onAssign: (to: string) => void
  readonly onClose: () => void
}

/** Assigning tells who is at it; it locks nobody out. */
export const AssignDialog = ({ current, onAssign, ...dialog }: AssignDialogProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data: me } = useQuery(trpc.me.queryOptions())
  const { data: people = [] } = useQuery(trpc.identities.queryOptions())
  const [chosen, setChosen] = useState<string>()
  const colleagues = people.filter(({ authority }) => authority === me?.authority)
  const to = chosen ?? current ?? me?.user ?? ''
  return (
    <ConfirmDialog
      {...dialog}
      title={t('case.assignTitle')}
      text={t('case.assignText')}
      confirm={t('case.assign')}
      onConfirm={() => to !== '' && onAssign(to)}
    >
      <Select
        size="small"
        className="dialog-field"
        label={t('case.assignTo')}
        value={to}
        onChange={({ target }) => setChosen(target.value)}
      >
        {colleagues.map(({ user, name }) => (
          <option key={user} value={user}>
            {name}
          </option>
        ))}
      </Select>
    </ConfirmDialog>
  )
}
