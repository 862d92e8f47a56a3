import { Button, InlineMessage, TextField } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'

import { openStatuses } from '../addresses.ts'
import { explain } from '../api-error.ts'
import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { bareNumber, isWholePnr } from '../ui/mask.ts'
import { takePerson } from './person-to-open.ts'

type EventView = Outputs['catalogue']['event']

const shortestPurpose = 10

/** The field that says whom the event is about. */
const personField = (event: EventView): string | undefined =>
  event.fields.find(({ control }) => control === 'pnr')?.name

/** Mostly the authority that reports is one's own; it can be changed in the case. */
const reportsAs = (event: EventView) => event.fields.some(({ name }) => name === 'authority')

export const OpeningForm = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useQuery(trpc.me.queryOptions())
  const [left] = useState(takePerson)
  const [person, setPerson] = useState(left.person)
  const [purpose, setPurpose] = useState(left.purpose)
  const [isTried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const open = useMutation(
    trpc.cases.open.mutationOptions({
      onSuccess: async (view) => {
        queries.setQueryData(trpc.cases.get.queryKey({ caseId: view.caseId }), view)
        await navigate({ to: paths.case, params: { caseId: view.caseId } })
      },
    }),
  )
  const isPersonWrong = person.trim() !== '' && !isWholePnr(person)
  const isPurposeShort = purpose.trim().length < shortestPurpose
  const field = personField(event)
  const onSubmit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (isPersonWrong || isPurposeShort) return
    const data = {
      ...(field !== undefined && person.trim() !== '' && { [field]: bareNumber(person) }),
      ...(me !== undefined && reportsAs(event) && { authority: me.authority }),
    }
    open.mutate({ event: event.event, purpose: purpose.trim(), data, idempotencyKey: key })
  }
  return (
    <form className="narrow" noValidate onSubmit={onSubmit}>
      {event.followOns.length > 0 && (
        <p className="subtle plain">
          {t('newCase.followOns', {
            names: [...new Set(event.followOns.map(({ name }) => text(name)))].join(', '),
          })}
        </p>
      )}
      {field !== undefined && (
        <TextField
          size="small"
          label={t('newCase.person')}
          description={t('newCase.personHint')}
          inputMode="numeric"
          htmlSize={14}
          autoComplete="off"
          className="fitting"
          value={person}
          error={isTried && isPersonWrong ? t('newCase.personInvalid') : undefined}
          onChange={({ target }) => setPerson(target.value)}
        />
      )}
      {isWholePnr(person) && <Running event={event.event} person={bareNumber(person)} />}
      <TextField
        size="small"
        label={t('newCase.purpose')}
        description={t('newCase.purposeHint')}
        value={purpose}
        error={isTried && isPurposeShort ? t('newCase.purposeShort') : undefined}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <div role="alert">
        {open.isError && <p className="field-error">{explain(open.error, t)}</p>}
      </div>
      <Button type="submit" size="small" className="start" loading={open.isPending}>
        {t('newCase.open')}
      </Button>
    </form>
  )
}

interface RunningProps {
  readonly event: string
  readonly person: string
}

/** Two cases of one kind on the same person are mostly one too many. */
const Running = ({ event, person }: RunningProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.cases.list.queryOptions({ event, person, status: openStatuses, limit: 5 }),
  )
  return (
    <div role="status">
      {data !== undefined && data.cases.length > 0 && (
        <InlineMessage status="warning" size="small">
          {t('newCase.running')}
          <ul className="running">
            {data.cases.map(({ caseId, number, eventName }) => (
              <li key={caseId}>
                {t('newCase.runningCase', { event: text(eventName), number })}:{' '}
                <Link to={paths.case} params={{ caseId }} className="aksel-link">
                  {t('newCase.runningOpen', { number })}
                </Link>
              </li>
            ))}
          </ul>
        </InlineMessage>
      )}
    </div>
  )
}
