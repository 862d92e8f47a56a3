import { InlineMessage, Radio, RadioGroup } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'

type Place = Outputs['cases']['planLanding']['places'][number]
type To = Inputs['cases']['proposeLanding']['to']

interface LandingDialogProps {
  readonly caseId: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Where to, what would come of it, and why: a second person decides. */
export const LandingDialog = ({ caseId, open, onClose }: LandingDialogProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { cases } = useTRPCClient()
  const queries = useQueryClient()
  const query = useQuery(trpc.cases.planLanding.queryOptions({ caseId }, { enabled: open }))
  const [to, setTo] = useState<To>()
  const [isTried, setTried] = useState(false)
  const proposing = useMutation({
    mutationFn: (order: { readonly to: To; readonly reason: string }) =>
      cases.proposeLanding.mutate({ caseId, ...order, idempotencyKey: crypto.randomUUID() }),
    onSuccess: onClose,
    onSettled: () =>
      queries.invalidateQueries({ queryKey: trpc.cases.planLanding.queryKey({ caseId }) }),
  })
  const propose = (reason: string) => {
    setTried(true)
    if (to !== undefined) proposing.mutate({ to, reason })
  }
  return (
    <ReasonDialog
      open={open}
      title={t('landing.title')}
      text={t('landing.text')}
      confirm={t('landing.propose')}
      busy={proposing.isPending}
      onConfirm={propose}
      onClose={onClose}
    >
      <Panel query={query} rows={3}>
        {({ places }) => (
          <Places
            places={places}
            to={to}
            error={isTried && to === undefined ? t('landing.toMissing') : undefined}
            onChoose={setTo}
          />
        )}
      </Panel>
      {proposing.error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(proposing.error, t)}
        </InlineMessage>
      )}
    </ReasonDialog>
  )
}

interface PlacesProps {
  readonly places: readonly Place[]
  readonly to: To | undefined
  readonly error: string | undefined
  readonly onChoose: (to: To) => void
}

const Places = ({ places, to, error, onChoose }: PlacesProps) => {
  const { t, text } = useTexts()
  const chosen = places.find((place) => place.to === to)
  if (!places.some(({ allowed }) => allowed)) return <p className="plain">{t('landing.nowhere')}</p>
  const choose = (word: string) => {
    const place = places.find((one) => one.to === word)
    if (place !== undefined) onChoose(place.to)
  }
  return (
    <>
      <RadioGroup
        size="small"
        className="dialog-field"
        legend={t('landing.to')}
        value={to ?? ''}
        error={error}
        onChange={choose}
      >
        {places.map((place) => (
          <Radio
            key={place.to}
            value={place.to}
            disabled={!place.allowed}
            {...(place.reason && {
              description: t('landing.notSafe', { reason: text(place.reason) }),
            })}
          >
            {text(place.name)}
          </Radio>
        ))}
      </RadioGroup>
      <div role="status">{chosen !== undefined && <Consequences place={chosen} />}</div>
    </>
  )
}

/** What a second person is asked to answer for. */
export const Consequences = ({ place }: { readonly place: Pick<Place, 'consequences'> }) => {
  const { t, text } = useTexts()
  return (
    <>
      <h3 className="section-title">{t('landing.consequences')}</h3>
      <ul className="would">
        {place.consequences.map((one) => (
          <li key={one.da}>{text(one)}</li>
        ))}
      </ul>
    </>
  )
}
