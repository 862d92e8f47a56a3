import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'

import { useTRPC } from '../api.ts'
import { switchUser, useCurrentUser } from '../identity.ts'
import { paths } from '../paths.ts'
import { switchLanguage } from '../texts/i18n.ts'
import { useTexts } from '../texts/use-texts.ts'
import { SearchForm } from './search-form.tsx'

export const Header = ({ field }: { readonly field: RefObject<HTMLInputElement | null> }) => {
  const { t, language } = useTexts()
  const other = language === 'da' ? 'en' : 'da'
  return (
    <header className="bar">
      <Link to={paths.queue} className="bar-name">
        {t('shell.name')}
      </Link>
      <SearchForm field={field} />
      <div className="bar-end">
        <button
          type="button"
          className="bar-language"
          lang={other}
          aria-label={`${t('shell.language')}: ${t('shell.languageLabel')}`}
          onClick={() => void switchLanguage(other)}
        >
          {t('shell.language')}
        </button>
        <Identity />
      </div>
    </header>
  )
}

/** Who acts. Changing it forgets everything that was fetched for the one before. */
const Identity = () => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const user = useCurrentUser()
  const { data: me } = useQuery(trpc.me.queryOptions())
  const { data: people = [] } = useQuery(
    trpc.identities.queryOptions(undefined, { staleTime: Infinity }),
  )
  const groups = Map.groupBy(people, ({ group }) => group)
  return (
    <label className="bar-user">
      <span>{me?.name ?? t('shell.user')}</span>
      <select
        aria-label={t('shell.user')}
        value={user}
        onChange={(event) => switchUser(event.target.value)}
      >
        {people.length === 0 && <option value={user}>{me?.name ?? user}</option>}
        {[...groups].map(([group, members]) => (
          <optgroup key={group} label={members[0] && text(members[0].groupName)}>
            {members.map((one) => (
              <option key={one.user} value={one.user}>
                {text(one.title)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
