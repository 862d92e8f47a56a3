import { Button, InlineMessage, Tag } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { HistoryForm } from '../history/history-form.tsx'
import { Kinds } from '../history/kinds.tsx'
import { type Question, useRemembered } from '../history/remembered.ts'
import { actOf, findKindOf, type Kind } from '../history/rows.ts'
import { ShownHistory } from '../history/shown-history.tsx'
import { useHistory } from '../history/use-history.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { spokenName } from '../ui/person-name.ts'

const route = getRouteApi(paths.history)

/** Purpose, person, kind of data: then all that was ever said, with its marks. Of whom is kept in memory alone. */
export const HistoryPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { recall, remember } = useRemembered()
  const [question, setQuestion] = useState(recall)
  const [place, setPlace] = useState(0)
  const kinds = useQuery(trpc.catalogue.dataTypes.queryOptions(undefined, { staleTime: Infinity }))
  const ask = (asked: Question) => {
    remember(asked)
    setQuestion(asked)
  }
  // Asked beside the form, which then shows it; the reader starts at the top.
  const askElsewhere = (asked: Question) => {
    ask(asked)
    if (asked.person === question?.person) return
    setPlace(place + 1)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <>
      <PageTitle title={t('history.title')}>{t('history.title')}</PageTitle>
      <p className="plain">{t('history.intro')}</p>
      <HistoryForm key={place} asked={question} onAsk={ask} />
      <Panel query={kinds} rows={8}>
        {(all) => <Browsing kinds={all} question={question} onAsk={askElsewhere} />}
      </Panel>
    </>
  )
}

interface BrowsingProps {
  readonly kinds: readonly Kind[]
  readonly question: Question | undefined
  readonly onAsk: (question: Question) => void
}

const Browsing = ({ kinds, question, onAsk }: BrowsingProps) => {
  const { t } = useTexts()
  const { kind: chosen, operation } = route.useSearch()
  const kind =
    operation === undefined ? kinds.find(({ id }) => id === chosen) : findKindOf(kinds, operation)
  return (
    <div className="history">
      <Kinds kinds={kinds} chosen={kind?.id} />
      <section className="history-main">
        <Wanted kind={kind} operation={operation} />
        {kind === undefined || question === undefined ? (
          <p className="empty">
            {t(question === undefined ? 'history.askFirst' : 'history.chooseKind')}
          </p>
        ) : (
          <Asked
            // Another person or kind starts covered again.
            key={`${question.person} ${kind.id}`}
            kind={kind}
            question={question}
            wanted={operation}
            onAsk={onAsk}
          />
        )}
      </section>
    </div>
  )
}

interface WantedProps {
  readonly kind: Kind | undefined
  readonly operation: string | undefined
}

/** What somebody came here to do: the row is all that is missing. */
const Wanted = ({ kind, operation }: WantedProps) => {
  const { t, text } = useTexts()
  const navigate = route.useNavigate()
  const wanted = kind?.operations.find(({ id }) => id === operation)
  if (kind === undefined || wanted === undefined) return null
  const key = actOf(wanted) === 'report' ? 'history.choosingLate' : 'history.choosing'
  return (
    <InlineMessage status="info" size="small" className="history-wanted">
      {t(key, { operation: text(wanted.name) })}{' '}
      <Button
        size="xsmall"
        variant="tertiary"
        onClick={() => void navigate({ search: { kind: kind.id } })}
      >
        {t('history.letGo')}
      </Button>
    </InlineMessage>
  )
}

interface AskedProps {
  readonly kind: Kind
  readonly question: Question
  readonly wanted: string | undefined
  readonly onAsk: (question: Question) => void
}

const Asked = ({ kind, question, wanted, onAsk }: AskedProps) => {
  const { text } = useTexts()
  const history = useHistory(question, kind.id)
  return (
    <>
      <h2 className="section-title">
        {text(kind.name)} · <Whose question={question} />
      </h2>
      <Panel query={history} rows={5}>
        {(shown) => (
          <ShownHistory
            kind={kind}
            question={question}
            history={shown}
            wanted={wanted}
            onReveal={(reason) => onAsk({ ...question, reason })}
            onGo={(person) => onAsk({ person, purpose: question.purpose })}
          />
        )}
      </Panel>
    </>
  )
}

/** By name, so that a slip in the number is seen; the number stays covered. */
const Whose = ({ question: { person, purpose } }: { readonly question: Question }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.register.person.queryOptions(
      { pnr: person, purpose },
      { staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
    ),
  )
  const name = spokenName(data?.name ?? '')
  return (
    <>
      {name.trim() !== '' && `${name} · `}
      <span className="mono">{maskPnr(person)}</span>{' '}
      {data?.protected === true && (
        <Tag size="small" variant="moderate" data-color="warning">
          {t('lookUp.protected')}
        </Tag>
      )}
    </>
  )
}
