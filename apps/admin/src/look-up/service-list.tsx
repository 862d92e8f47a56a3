import { Search } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { bestOf, byGroup, type LookUpService, matches } from './services.ts'

interface ServiceListProps {
  readonly services: readonly LookUpService[]
  readonly chosen: string | undefined
  readonly onChoose: (service: string) => void
}

/** Everything that can be looked up; Enter takes the best that was found. What is chosen stands in the address. */
export const ServiceList = ({ services, chosen, onChoose }: ServiceListProps) => {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const found = services.filter((service) => matches(service, words))
  const isSearching = words.trim() !== ''
  return (
    <nav className="look-up-services" aria-label={t('lookUp.services')}>
      <h2 className="section-title">{t('lookUp.services')}</h2>
      <form
        role="search"
        aria-label={t('lookUp.find')}
        onSubmit={(event) => {
          event.preventDefault()
          const best = bestOf(found, words)
          if (isSearching && best !== undefined) onChoose(best.service)
        }}
      >
        <Search
          size="small"
          variant="simple"
          label={t('lookUp.find')}
          hideLabel={false}
          value={words}
          onChange={setWords}
        />
      </form>
      <p role="status" className="hint">
        {found.length === 0 ? t('lookUp.none') : t('lookUp.count', { count: found.length })}
      </p>
      {byGroup(found).map(({ group, services: inGroup }) => (
        <Group
          key={`${group.id} ${String(isSearching)}`}
          services={inGroup}
          chosen={chosen}
          isOpen={isSearching || inGroup.some(({ service }) => service === chosen)}
        />
      ))}
    </nav>
  )
}

interface GroupProps {
  readonly services: readonly LookUpService[]
  readonly chosen: string | undefined
  readonly isOpen: boolean
}

/** A search opens what it found in, and what is chosen stays in sight; otherwise the reader does. */
const Group = ({ services, chosen, isOpen }: GroupProps) => {
  const { text } = useTexts()
  const name = services[0]?.listed.group.name
  return (
    <details open={isOpen} className="look-up-group">
      <summary>
        {name !== undefined && text(name)} <span className="subtle">({services.length})</span>
      </summary>
      <ul>
        {services.map((one) => (
          <li key={one.service}>
            <Link
              to={paths.lookUp}
              search={{ service: one.service }}
              className="look-up-service"
              aria-current={one.service === chosen ? 'page' : undefined}
            >
              {text(one.name)} <span className="mono subtle">{one.service}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
