import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showExactMoment } from '../ui/times.ts'
import { DecideLost } from './decide-lost.tsx'
import { type Lost, loggedState, useLost } from './lost.ts'

/** What was sent for cases that the store no longer has. */
export const LostSubmissions = () => {
  const { t } = useTexts()
  return (
    <Panel
      query={useLost()}
      rows={1}
      isEmpty={(lost) => lost.length === 0}
      empty={<p className="plain">{t('lost.none')}</p>}
    >
      {(lost) => (
        <>
          <p className="plain">{t('lost.intro')}</p>
          <ul className="running">
            {lost.map((one) => (
              <LostCard key={one.id} lost={one} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** The log's word comes first, as nobody else here knows anything; below it what the register's owner asks for. */
const LostCard = ({ lost }: { readonly lost: Lost }) => {
  const { t } = useTexts()
  const { id, dialogue, sentAt, service, caseId, foundAt, requestHash } = lost
  const facts = [
    [t('lost.dialogue'), dialogue],
    [t('lost.foundAt'), showExactMoment(foundAt)],
    [t('lost.case'), caseId],
    [t('evidence.hash'), requestHash],
  ] as const
  const state = loggedState(lost)
  return (
    <li className="card" aria-labelledby={`lost-${id}`}>
      <h3 id={`lost-${id}`} className="card-title">
        {t('lost.one', { service, at: showExactMoment(sentAt) })}
      </h3>
      <p className="plain">
        <strong>{t('lost.logged', { state: t(`lost.states.${state}`) })}</strong>{' '}
        {t(`lost.meaning.${state}`)}
      </p>
      <dl className="row-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <DecideLost lost={lost} />
    </li>
  )
}
