import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useState } from 'react'

import { paths } from '../paths.ts'
import { searchPerson } from '../queue/searched-person.ts'
import { useTexts } from '../texts/use-texts.ts'
import { bareNumber, isWholePnr } from '../ui/mask.ts'

/** Finds cases by number, event or person. A personal number is kept in memory, never in the address. */
export const SearchForm = ({ field }: { readonly field: RefObject<HTMLInputElement | null> }) => {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const isPerson = isWholePnr(words)
    searchPerson(isPerson ? bareNumber(words) : undefined)
    void navigate({
      to: paths.queue,
      search: isPerson ? { person: true } : { text: words.trim() || undefined },
    })
    setWords('')
  }
  return (
    <form role="search" aria-label={t('shell.searchAll')} className="search" onSubmit={onSubmit}>
      <MagnifyingGlassIcon aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('shell.search')}
        placeholder={t('shell.search')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  )
}
