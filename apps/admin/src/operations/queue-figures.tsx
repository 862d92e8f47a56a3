import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { showMoment } from '../ui/times.ts'

type Overview = Outputs['operations']['overview']

/** What waits to be done, the oldest first. */
export const QueueFigures = ({ queue }: Pick<Overview, 'queue'>) => {
  const { t, text } = useTexts()
  if (queue.length === 0) return <p className="plain">{t('operations.nothingWaits')}</p>
  return (
    <PlainTable
      label={t('operations.queue')}
      columns={[
        t('operations.effect'),
        t('operations.waiting'),
        t('operations.retrying'),
        t('operations.oldest'),
      ]}
      rows={queue.map(({ name, waiting, retrying, oldestAt }) => [
        capital(text(name)),
        waiting,
        retrying,
        showMoment(oldestAt),
      ])}
    />
  )
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

/** How the register answered in the last day. */
export const RegisterFigures = ({ register }: Pick<Overview, 'register'>) => {
  const { t } = useTexts()
  if (register.length === 0) return <p className="plain">{t('operations.noCalls')}</p>
  return (
    <PlainTable
      label={t('operations.register')}
      columns={[
        t('operations.service'),
        t('operations.calls'),
        t('operations.failures'),
        t('operations.median'),
        t('operations.slowest'),
        t('operations.last'),
      ]}
      rows={register.map((one) => [
        one.service === '' ? t('operations.signOn') : one.service,
        one.calls,
        one.failures,
        t('messages.milliseconds', { count: Math.round(one.medianMilliseconds) }),
        t('messages.milliseconds', { count: Math.round(one.slowestMilliseconds) }),
        showMoment(one.lastAt),
      ])}
    />
  )
}
