import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showExactMoment } from '../ui/times.ts'
import { showWire } from './show-wire.ts'
import type { CaseView } from './use-case-command.ts'

type Message = Outputs['cases']['messages'][number]

/** What was said to the register and what it answered, the latest first. */
export const MessagesTab = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.messages.queryOptions({ caseId: view.caseId }))
  return (
    <Panel query={query} isEmpty={(messages) => messages.length === 0} empty={t('messages.none')}>
      {(messages) => (
        <>
          <p className="subtle plain">{t('messages.note')}</p>
          <ul className="messages">
            {messages.map((message, place) => (
              <li key={`${messages.length - place}`}>
                <MessagePair message={message} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

const MessagePair = ({ message }: { readonly message: Message }) => {
  const { t } = useTexts()
  return (
    <details className="message">
      <summary>
        <span className="mono">{message.service}</span> <span>{message.action}</span>{' '}
        <strong>{message.outcome}</strong>{' '}
        <span className="subtle">
          {showExactMoment(message.at)} ·{' '}
          {t('messages.milliseconds', { count: message.milliseconds })}
        </span>
      </summary>
      <h4 className="wire-title">{t('messages.request')}</h4>
      <pre className="wire" tabIndex={0}>
        {showWire(message.request)}
      </pre>
      <h4 className="wire-title">{t('messages.reply')}</h4>
      <pre className="wire" tabIndex={0}>
        {message.reply === null ? t('messages.noReply') : showWire(message.reply)}
      </pre>
    </details>
  )
}
