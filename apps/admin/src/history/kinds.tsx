import { Link } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Kind } from './rows.ts'

interface KindsProps {
  readonly kinds: readonly Kind[]
  readonly chosen: string | undefined
}

/** The kinds of data that a history can be of. Which one is shown stands in the address; of whom never does. */
export const Kinds = ({ kinds, chosen }: KindsProps) => {
  const { t, text } = useTexts()
  return (
    <nav className="history-kinds" aria-label={t('history.kinds')}>
      <h2 className="section-title">{t('history.kinds')}</h2>
      <ul>
        {kinds.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={paths.history}
              search={{ kind: id }}
              className="history-kind"
              aria-current={id === chosen ? 'page' : undefined}
            >
              {text(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
