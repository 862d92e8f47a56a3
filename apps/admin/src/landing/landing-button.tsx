import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { LandingDialog } from './landing-dialog.tsx'

const proposers = ['senior', 'operator']

/** The last resort, for those who may propose it. */
export const LandingButton = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data: me } = useQuery(trpc.me.queryOptions())
  const [isOpen, setOpen] = useState(false)
  if (me === undefined || !proposers.includes(me.role)) return null
  return (
    <>
      <Button size="small" variant="tertiary" onClick={() => setOpen(true)}>
        {t('landing.open')}
      </Button>
      <LandingDialog
        key={String(isOpen)}
        caseId={caseId}
        open={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
