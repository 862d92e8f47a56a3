import { Link } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'

export const MissingPage = () => {
  const { t } = useTexts()
  return (
    <>
      <PageTitle title={t('missing.title')}>{t('missing.title')}</PageTitle>
      <p>{t('missing.text')}</p>
      <Link to={paths.queue} className="aksel-link">
        {t('missing.back')}
      </Link>
    </>
  )
}
