import { Button, Radio, RadioGroup } from '@navikt/ds-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { type Outputs, useTRPC } from '../api.ts'
import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { DisabledReason } from './disabled-reason.tsx'
import { lateReportData } from './late-report-data.ts'

type Event = Outputs['catalogue']['event']
type Kind = Event['maintenance'][number]

/** What was true before what stands is reported as data, in a case of its own. */
export const LateReporting = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const people = [...new Set(view.persons.map(({ pnr }) => pnr))]
  return (
    <div className="change-order">
      <p className="plain">{t('late.intro')}</p>
      <Panel query={event} rows={3}>
        {({ maintenance }) => {
          const kinds = maintenance.filter(({ operation }) => operation === 'reportFormer')
          if (kinds.length === 0) return <p className="plain">{t('late.none')}</p>
          if (people.length === 0) return <p className="plain">{t('late.nobody')}</p>
          return <LateChoice view={view} kinds={kinds} people={people} />
        }}
      </Panel>
    </div>
  )
}

interface LateChoiceProps {
  readonly view: CaseView
  readonly kinds: readonly Kind[]
  readonly people: readonly string[]
}

const LateChoice = ({ view, kinds, people }: LateChoiceProps) => {
  const { t, text } = useTexts()
  const [person, setPerson] = useState(people[0] ?? '')
  const [kind, setKind] = useState(kinds[0]?.event ?? '')
  return (
    <>
      {people.length > 1 && (
        <RadioGroup size="small" legend={t('late.person')} value={person} onChange={setPerson}>
          {people.map((pnr) => (
            <Radio key={pnr} value={pnr}>
              {namedNumber(view, pnr)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {kinds.length > 1 && (
        <RadioGroup size="small" legend={t('late.kind')} value={kind} onChange={setKind}>
          {kinds.map(({ event, name }) => (
            <Radio key={event} value={event}>
              {kindOf(text(name))}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <OpenLate view={view} kind={kind} person={person} />
    </>
  )
}

/** The kind of data without what is done to it. */
const kindOf = (name: string) => name.split(' - ')[0] ?? name

interface OpenLateProps {
  readonly view: CaseView
  readonly kind: string
  readonly person: string
}

const OpenLate = ({ view, kind, person }: OpenLateProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const operation = useQuery(
    trpc.catalogue.event.queryOptions({ event: kind }, { staleTime: Infinity }),
  )
  const open = useMutation(
    trpc.cases.open.mutationOptions({
      onSuccess: ({ caseId }) => navigate({ to: paths.case, params: { caseId } }),
    }),
  )
  return (
    <Panel query={operation} rows={1}>
      {({ mayOpen, name, fields }) => {
        const what = kindOf(text(name)).toLocaleLowerCase('da')
        return (
          <>
            <p className="subtle plain">{t('late.prefilled')}</p>
            <Button
              size="small"
              className={mayOpen ? 'start' : 'start off'}
              aria-disabled={!mayOpen}
              aria-describedby="late-off"
              loading={open.isPending}
              onClick={() => {
                if (!mayOpen) return
                const data = structuredClone(lateReportData(view, person, fields))
                // Another choice is another order: it takes a key of its own.
                const order = { idempotencyKey: `${idempotencyKey} ${kind} ${person}` }
                open.mutate({ event: kind, data, purpose: view.purpose, ...order })
              }}
            >
              {t('late.open')}
            </Button>
            <DisabledReason
              id="late-off"
              reason={mayOpen ? undefined : t('late.notYours', { what })}
            />
            <div role="alert">
              {open.isError && <p className="field-error">{explain(open.error, t)}</p>}
            </div>
          </>
        )
      }}
    </Panel>
  )
}
