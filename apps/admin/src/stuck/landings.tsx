import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'

/** Moves by hand that wait for a second person: decided on the case, where their consequence is shown. */
export const Landings = () => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const nameOf = useUserNames()
  const query = useQuery(trpc.operations.landings.queryOptions())
  return (
    <section aria-labelledby="landings-title">
      <h2 id="landings-title" className="card-title section-gap">
        {t('landing.list')}
      </h2>
      <Panel
        query={query}
        rows={1}
        isEmpty={(landings) => landings.length === 0}
        empty={<p className="plain">{t('landing.none')}</p>}
      >
        {(landings) => (
          <ul className="running">
            {landings.map((one) => (
              <li key={one.landingId}>
                <Link to={paths.case} params={{ caseId: one.caseId }} className="aksel-link">
                  {one.number} {text(one.eventName)}
                </Link>
                <span className="under">{t('landing.target', { name: text(one.name) })}</span>
                <span className="under">
                  {t('landing.proposedBy', {
                    who: nameOf(one.proposedBy),
                    at: showMoment(one.proposedAt),
                    reason: one.reason,
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  )
}
