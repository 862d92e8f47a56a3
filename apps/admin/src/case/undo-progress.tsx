import { Tag } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { da } from '../texts/da.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { namedNumber } from './known-people.ts'
import type { CaseView } from './use-case-command.ts'

const isKnown = (state: string): state is keyof typeof da.case.planStates =>
  state in da.case.planStates

/** How far an undo has come; one that stopped half-way shows as such. */
export const UndoProgress = ({ view }: { readonly view: CaseView }) => {
  const { t, text } = useTexts()
  if (view.plan.length === 0) return null
  return (
    <section className="card" aria-labelledby="plan-title">
      <h2 id="plan-title" className="card-title">
        {t('case.planTitle')}
      </h2>
      <ol className="follow-ons">
        {view.plan.map((step) => (
          <li key={`${step.caseId}-${step.operation}-${step.person}`} className="follow-on">
            <div className="follow-on-line">
              <span>
                {text(step.name)} <span className="subtle">{namedNumber(view, step.person)}</span>
              </span>
              <Tag
                size="xsmall"
                variant="moderate"
                data-color={step.state === 'refused' ? 'danger' : 'neutral'}
              >
                {isKnown(step.state) ? t(`case.planStates.${step.state}`) : step.state}
              </Tag>
            </div>
            {step.carriedOutBy !== null && (
              <Link to={paths.case} params={{ caseId: step.carriedOutBy }} className="aksel-link">
                {t('followOns.case')}
                <span className="sr-only">: {text(step.name)}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      {view.status === 'partlyUndone' && (
        <div className="buttons">
          <ButtonLink to={paths.change} params={{ caseId: view.caseId }} variant="secondary">
            {t('case.planGoOn')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
