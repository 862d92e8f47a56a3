import { Button, InlineMessage, TextField } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC, useTRPCClient } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { Evidence } from './evidence-panel.tsx'

const shortest = 10

/** A look that costs: asked for with a purpose, never by itself. */
export const RefreshEvidence = ({ evidence }: { readonly evidence: Evidence }) => {
  const { caseId, looksLeft } = evidence
  const { t } = useTexts()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const [isTried, setTried] = useState(false)
  const [purpose, setPurpose] = useState('')
  const isShort = purpose.trim().length < shortest
  const look = useMutation({
    mutationFn: () =>
      client.cases.evidence.query({ caseId, refresh: true, purpose: purpose.trim() }),
    onSuccess: (fresh) => {
      queries.setQueryData(trpc.cases.evidence.queryKey({ caseId }), fresh)
      setAsked(false)
    },
  })
  const confirm = () => {
    setTried(true)
    if (!isShort) look.mutate()
  }
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setAsked(true)}>
        {t('evidence.refresh')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('evidence.refreshTitle')}
        text={t('evidence.refreshText', { count: looksLeft })}
        confirm={t('evidence.refreshConfirm')}
        busy={look.isPending}
        onConfirm={confirm}
        onClose={() => setAsked(false)}
      >
        <TextField
          size="small"
          className="dialog-field"
          label={t('evidence.purpose')}
          description={t('evidence.purposeHint')}
          value={purpose}
          error={isTried && isShort ? t('lookUp.purposeShort') : undefined}
          onChange={({ target }) => setPurpose(target.value)}
        />
        {look.error !== null && (
          <InlineMessage status="error" size="small" role="alert">
            {explain(look.error, t)}
          </InlineMessage>
        )}
      </ConfirmDialog>
    </>
  )
}
