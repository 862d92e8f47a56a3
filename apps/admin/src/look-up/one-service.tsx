import { useQuery } from '@tanstack/react-query'
import type { Ref } from 'react'

import { explain, fieldsAtFault } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import type { FormValue, FormValues } from '../forms/field-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { bareNumber, isWholePnr } from '../ui/mask.ts'
import { Panel } from '../ui/panel.tsx'
import { Answer } from './answer.tsx'
import type { Question } from './answered.ts'
import { personKey, restartKey, type ServiceView, toKeys } from './key-fields.ts'
import { KeyForm } from './key-form.tsx'
import { Outcome } from './outcome.tsx'
import { ServiceAbout } from './service-about.tsx'
import type { LookUpService } from './services.ts'
import { type Asking, useAsking } from './use-asking.ts'

export const formId = 'look-up-form'

/** What is filled in, kept from one lookup to the next: whoever goes on asks about the same person, for the same purpose. */
export interface Given {
  readonly purpose: string
  readonly person: string
  /** By key; the person stands by itself. */
  readonly values: FormValues
}

interface OneServiceProps {
  readonly service: LookUpService
  readonly heading: Ref<HTMLHeadingElement>
  readonly given: Given
  readonly onGive: (change: Partial<Given>) => void
  readonly onTry: () => void
  readonly onAsk: (question: Question) => void
  readonly onLookUp: (person: string) => void
}

/** One lookup: what it shows and costs, its form, and what the register said. */
export const OneService = ({ service, heading, ...props }: OneServiceProps) => {
  const { text } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.catalogue.service.queryOptions({ service: service.service }, { staleTime: Infinity }),
  )
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="section-title">
        {text(service.name)} <span className="mono subtle">{service.service}</span>
      </h2>
      <Panel query={query} rows={4}>
        {(view) => <Asked service={view} {...props} />}
      </Panel>
    </>
  )
}

interface AskedProps extends Omit<OneServiceProps, 'service' | 'heading'> {
  readonly service: ServiceView
}

const Asked = ({ service, given, onGive, onTry, onAsk, onLookUp }: AskedProps) => {
  const asking = useAsking()
  const ofPerson = personKey(service)
  const values =
    ofPerson === undefined ? given.values : { ...given.values, [ofPerson]: given.person }
  const onChange = (name: string, value: FormValue) =>
    name === ofPerson && typeof value === 'string'
      ? onGive({ person: value })
      : onGive({ values: { ...given.values, [name]: value } })
  const ask = () => {
    const question = toQuestion(service, given, values)
    onAsk(question)
    asking.ask(question)
  }
  return (
    <>
      <ServiceAbout service={service} />
      <KeyForm
        id={formId}
        service={service}
        purpose={given.purpose}
        values={values}
        refused={fieldsAtFault(asking.error)}
        busy={asking.isAsking}
        onChange={onChange}
        onTry={onTry}
        onAsk={ask}
      />
      <div role="status">
        {asking.answered !== undefined && <Outcome answered={asking.answered} />}
      </div>
      <Answering service={service} asking={asking} onLookUp={onLookUp} />
    </>
  )
}

const toQuestion = (service: ServiceView, given: Given, values: FormValues): Question => {
  const person = personKey(service) === undefined ? '' : given.person
  return {
    service: service.service,
    kind: service.kind === 'search' ? 'search' : 'lookUp',
    keys: toKeys(service, values),
    purpose: given.purpose.trim(),
    ...(isWholePnr(person) && { person: bareNumber(person) }),
  }
}

interface AnsweringProps {
  readonly service: ServiceView
  readonly asking: Asking
  readonly onLookUp: (person: string) => void
}

/** An answer that is on its way, that came, or that did not. */
const Answering = ({ service, asking, onLookUp }: AnsweringProps) => {
  const { t } = useTexts()
  const { answered, error } = asking
  const restart = restartKey(service)
  // Keys that were refused are told at their fields.
  const failure = fieldsAtFault(error).length > 0 ? null : error
  if (answered === undefined && failure === null && !asking.isAsking) return null
  const query = {
    data: answered,
    error: answered === undefined ? failure : null,
    isFetching: asking.isAsking,
    errorUpdatedAt: asking.askedAt,
    refetch: asking.again,
  }
  return (
    <Panel query={query} rows={5}>
      {(shown) => (
        <>
          <Answer
            answered={shown}
            busy={asking.isFetchingMore || asking.isAsking}
            onMore={restart === undefined ? undefined : () => asking.more(shown, restart)}
            onReveal={(reason) => asking.ask({ ...shown.question, reason })}
            onLookUp={onLookUp}
          />
          <div role="alert">
            {failure !== null && <p className="field-error">{explain(failure, t)}</p>}
          </div>
        </>
      )}
    </Panel>
  )
}
