import { InlineMessage } from '@navikt/ds-react'
import { skipToken, useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RehearsedStep } from './use-rehearsal.ts'

const statuses = { accepted: 'success', warned: 'warning', refused: 'error' } as const

/** What the register answered to one step, at the field that it is about. */
export const StepAnswer = ({ answer }: { readonly answer: RehearsedStep }) => {
  const { t, text } = useTexts()
  const { outcome, operation, findings, restsOn } = answer
  const labelOf = useLabels(operation, findings.length > 0)
  if (outcome === 'notAsked') {
    return <p className="plan-note subtle">{t('rehearsal.outcomes.notAsked')}</p>
  }
  return (
    <div className="plan-answer">
      <InlineMessage status={statuses[outcome]} size="small">
        {t(`rehearsal.outcomes.${outcome}`)}
      </InlineMessage>
      {findings.length > 0 && (
        <ul className="plan-findings">
          {findings.map(({ rule, fields, message }) => (
            <li key={`${rule} ${fields.join(' ')}`}>
              {fields.flatMap(labelOf).map((label) => (
                <strong key={label}>{label}: </strong>
              ))}
              {text(message)}
            </li>
          ))}
        </ul>
      )}
      {outcome === 'refused' && restsOn > 0 && (
        <p className="plan-note subtle">{t('rehearsal.restsOn', { count: restsOn })}</p>
      )}
    </div>
  )
}

/** What the operation calls its fields; asked for only where a finding names one. */
const useLabels = (event: string, isAsked: boolean) => {
  const { text } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.catalogue.event.queryOptions(isAsked ? { event } : skipToken, { staleTime: Infinity }),
  )
  return (name: string): readonly string[] => {
    const field = data?.fields.find((one) => one.name === name)
    return field === undefined ? [] : [text(field.label)]
  }
}
