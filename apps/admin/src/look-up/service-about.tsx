import { useTexts } from '../texts/use-texts.ts'
import { restartKey, type ServiceView } from './key-fields.ts'

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

/** What an answer shows and costs, before anybody asks. */
export const ServiceAbout = ({ service }: { readonly service: ServiceView }) => {
  const { t, text } = useTexts()
  const shown = [...new Set(service.output.map(({ name }) => capital(text(name))))]
  return (
    <>
      <p className="plain">
        {t('lookUp.costs', { count: service.calls })}{' '}
        {restartKey(service) !== undefined && t('lookUp.costsPage')}
      </p>
      <details className="other-events">
        <summary>
          {t('lookUp.shows')} ({shown.length})
        </summary>
        <p className="plain">{shown.join(' · ')}</p>
      </details>
    </>
  )
}
