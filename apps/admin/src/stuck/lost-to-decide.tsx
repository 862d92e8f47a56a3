import { Link } from '@tanstack/react-router'

import { loggedState, useLost } from '../operations/lost.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showExactMoment } from '../ui/times.ts'

/** Reports whose cases are gone stand still as well, and nobody would look for them; mostly there are none. */
export const LostToDecide = () => {
  const { t } = useTexts()
  const { data: lost = [] } = useLost()
  if (lost.length === 0) return null
  return (
    <section aria-labelledby="lost-title">
      <h2 id="lost-title" className="card-title section-gap">
        {t('lost.title')}
      </h2>
      <ul className="running">
        {lost.map((one) => (
          <li key={one.id}>
            <Link to={paths.operations} hash={`lost-${one.id}`} className="aksel-link">
              {t('lost.one', { service: one.service, at: showExactMoment(one.sentAt) })}
            </Link>
            <span className="under">
              {t('lost.logged', { state: t(`lost.states.${loggedState(one)}`) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
