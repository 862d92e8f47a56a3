import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Due } from './causes.tsx'

type ToDecide = Outputs['operations']['decisions'][number]

/** Cases in doubt that no evidence settles: a person does, with the evidence on the case. */
export const Decisions = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.operations.decisions.queryOptions())
  return (
    <section aria-labelledby="decisions-title">
      <h2 id="decisions-title" className="card-title section-gap">
        {t('stuck.decisions')}
      </h2>
      <Panel
        query={query}
        rows={2}
        isEmpty={(cases) => cases.length === 0}
        empty={<p className="plain">{t('stuck.noDecisions')}</p>}
      >
        {(cases) => (
          <ul className="running">
            {cases.map((one) => (
              <Decision key={one.caseId} one={one} />
            ))}
          </ul>
        )}
      </Panel>
    </section>
  )
}

const Decision = ({ one }: { readonly one: ToDecide }) => {
  const { t, text } = useTexts()
  const { proposal } = one
  return (
    <li>
      <Link to={paths.case} params={{ caseId: one.caseId }} className="aksel-link">
        {one.number} {text(one.eventName)}
      </Link>
      <span className="under">
        {one.doubt === null ? text(one.waitsFor) : text(one.doubt.text)}
      </span>
      {proposal !== null && (
        <span className="under">
          {t('stuck.proposed', { outcome: t(`evidence.outcomes.${proposal.outcome}`) })}
        </span>
      )}
      <span className="under">
        {t('stuck.due')}: <Due at={one.due.at} overdue={one.due.overdue} />
      </span>
    </li>
  )
}
