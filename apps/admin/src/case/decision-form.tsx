import { Button, InlineMessage, Radio, RadioGroup, TextField } from '@navikt/ds-react'
import { type SyntheticEvent, useState } from 'react'

import { explain, toApiError } from '../api-error.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { isReason } from '../ui/reason-dialog.tsx'
import type { Evidence } from './evidence-panel.tsx'
import { type Decision, useDeciding } from './use-deciding.ts'

type Outcome = Decision['outcome']

const isOutcome = (word: unknown): word is Outcome => word === 'applied' || word === 'notApplied'

const goesAgainst = (supports: Evidence['supports'], outcome: Outcome | undefined): boolean =>
  outcome !== undefined && supports !== null && supports !== outcome

const aboutNumber = new Set(['numberMissing', 'numberNotGiven'])

/** Once asked it stays, also while what was written is being judged. */
const asksForNumber = (
  error: unknown,
  { outcome, person }: { readonly outcome: Outcome | undefined; readonly person: string },
): boolean =>
  outcome === 'applied' &&
  (person !== '' || (error !== null && aboutNumber.has(toApiError(error).reason)))

/** Against what the register shows, a reason of its own is asked for. */
export const DecisionForm = ({ evidence }: { readonly evidence: Evidence }) => {
  const { t } = useTexts()
  const deciding = useDeciding(evidence)
  const [outcome, setOutcome] = useState<Outcome>()
  const [reason, setReason] = useState('')
  const [against, setAgainst] = useState('')
  const [person, setPerson] = useState('')
  const [isTried, setTried] = useState(false)
  const isNumberAsked = asksForNumber(deciding.error, { outcome, person })
  const { supports, may } = evidence
  const isAgainst = goesAgainst(supports, outcome)
  const wrong = (text: string) => isTried && !isReason(text) && t('case.reasonShort')
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (outcome === undefined || !isReason(reason) || (isAgainst && !isReason(against))) return
    deciding.mutate({
      outcome,
      reason: reason.trim(),
      ...(isAgainst && { against: against.trim() }),
      ...(isNumberAsked && { person: person.trim() }),
    })
  }
  const follow = (proposed: NonNullable<Evidence['proposal']>) => {
    setOutcome(proposed.outcome)
    setReason(proposed.reason)
    setAgainst(proposed.against ?? '')
  }
  return (
    <form className="decision" onSubmit={onSubmit} noValidate>
      <h3 className="section-title">{t('evidence.decide')}</h3>
      <Proposal evidence={evidence} onFollow={follow} />
      <RadioGroup
        size="small"
        legend={t('evidence.outcome')}
        value={outcome ?? null}
        error={isTried && outcome === undefined && t('evidence.outcomeMissing')}
        onChange={(word) => isOutcome(word) && setOutcome(word)}
      >
        {(['applied', 'notApplied'] as const).map((one) => (
          <Radio key={one} value={one} description={t(`evidence.consequence.${one}`)}>
            {t(`evidence.outcomes.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        size="small"
        label={t('evidence.reason')}
        description={t('case.reasonHint')}
        value={reason}
        error={wrong(reason)}
        onChange={({ target }) => setReason(target.value)}
      />
      <div role="status">{isAgainst && <AgainstWarning />}</div>
      {isAgainst && (
        <TextField
          size="small"
          label={t('evidence.against')}
          value={against}
          error={wrong(against)}
          onChange={({ target }) => setAgainst(target.value)}
        />
      )}
      {isNumberAsked && (
        <TextField
          size="small"
          label={t('evidence.number')}
          description={t('evidence.numberHint')}
          autoComplete="off"
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        />
      )}
      <Refused error={deciding.error} />
      <Button type="submit" size="small" className="start" loading={deciding.isPending}>
        {t(may.decide ? 'evidence.save' : 'evidence.propose')}
      </Button>
      {!may.decide && <p className="subtle plain">{t('evidence.proposeText')}</p>}
    </form>
  )
}

const Refused = ({ error }: { readonly error: unknown }) => {
  const { t } = useTexts()
  if (error === null) return null
  return (
    <InlineMessage status="error" size="small" role="alert">
      {explain(error, t)}
    </InlineMessage>
  )
}

const AgainstWarning = () => {
  const { t } = useTexts()
  return (
    <InlineMessage status="warning" size="small">
      <strong>{t('evidence.againstTitle')}</strong>. {t('evidence.againstText')}
    </InlineMessage>
  )
}

interface ProposalProps {
  readonly evidence: Evidence
  readonly onFollow: (proposal: NonNullable<Evidence['proposal']>) => void
}

/** What somebody who may not decide would do, for the one who may. */
const Proposal = ({ evidence: { proposal, may }, onFollow }: ProposalProps) => {
  const { t } = useTexts()
  const nameOf = useUserNames()
  if (proposal === null) return null
  const { outcome, reason, against, isVoid } = proposal
  const who = nameOf(proposal.proposedBy)
  return (
    <div className="proposal">
      <p className="plain">
        <strong>
          {t('evidence.proposal', { who, outcome: t(`evidence.outcomes.${outcome}`) })}
        </strong>
      </p>
      <p className="plain">
        {reason}
        {against !== null && ` · ${against}`}
      </p>
      {isVoid && <p className="plain">{t('evidence.proposalVoid')}</p>}
      {!isVoid && may.decide && (
        <Button type="button" size="xsmall" variant="secondary" onClick={() => onFollow(proposal)}>
          {t('evidence.follow')}
        </Button>
      )}
    </div>
  )
}
