import { Link } from '@tanstack/react-router'

import { explain } from '../api-error.ts'
import { paths } from '../paths.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { countResults, type Result, type Results } from './resume-batch.ts'

const words = (result: Result, t: Texts['t']): string =>
  result.type === 'refused'
    ? t('stuck.refused', { reason: explain(result.error, t) })
    : t(`stuck.${result.type}`)

/** What came of each retry: a solved case leaves the list below, its result stays here. */
export const Attempts = ({ results }: { readonly results: Results }) => {
  const { t } = useTexts()
  const tried = Object.entries(results)
  return (
    <div role="status">
      {tried.length > 0 && (
        <section className="card attempts" aria-labelledby="attempts-title">
          <h2 id="attempts-title" className="card-title">
            {t('stuck.attempts')}: {t('stuck.results', countResults(results))}
          </h2>
          <ul className="running">
            {tried.map(([caseId, { number, result }]) => (
              <li key={caseId}>
                <Link to={paths.case} params={{ caseId }} className="aksel-link mono-figures">
                  {number}
                </Link>{' '}
                {words(result, t)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
