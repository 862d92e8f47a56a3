import { Checkbox, Chips, Select, ToggleGroup } from '@navikt/ds-react'
import { statuses } from '@sagsgang/machines'
import { useQuery } from '@tanstack/react-query'

import { type QueueSearch, queueSearch } from '../addresses.ts'
import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { countText } from './count-text.ts'
import { useSearchedPerson } from './searched-person.ts'

interface QueueFiltersProps {
  readonly search: QueueSearch
  readonly onChange: (change: Partial<QueueSearch>) => void
}

/** Everything chosen here stands in the address, except whom somebody searched for. */
export const QueueFilters = ({ search, onChange }: QueueFiltersProps) => {
  const { t } = useTexts()
  return (
    <div className="filters">
      <Scope search={search} onChange={onChange} />
      <EventFilter search={search} onChange={onChange} />
      <Select
        size="small"
        label={t('queue.status')}
        value={search.status ?? ''}
        onChange={({ target }) =>
          onChange({ status: queueSearch.shape.status.parse(target.value || undefined) })
        }
      >
        <option value="">{t('queue.allStatuses')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </Select>
      <Checkbox
        size="small"
        className="filter-check"
        checked={search.overdue ?? false}
        onChange={({ target }) => onChange({ overdue: target.checked || undefined })}
      >
        {t('queue.overdueOnly')}
      </Checkbox>
      <SearchChips search={search} onChange={onChange} />
    </div>
  )
}

const Scope = ({ search, onChange }: QueueFiltersProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data: counts } = useQuery(trpc.cases.counts.queryOptions())
  return (
    <ToggleGroup
      size="small"
      label={t('queue.scope')}
      value={search.scope ?? 'unit'}
      onChange={(scope) => onChange({ scope: queueSearch.shape.scope.parse(scope) })}
    >
      <ToggleGroup.Item
        value="mine"
        label={`${t('queue.mine')} ${counts ? countText(counts.mine, counts) : ''}`}
      />
      <ToggleGroup.Item
        value="unit"
        label={`${t('queue.unit')} ${counts ? countText(counts.unit, counts) : ''}`}
      />
      <ToggleGroup.Item value="all" label={t('queue.all')} />
    </ToggleGroup>
  )
}

const EventFilter = ({ search, onChange }: QueueFiltersProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { data: events } = useQuery(
    trpc.catalogue.events.queryOptions(undefined, { staleTime: Infinity }),
  )
  return (
    <Select
      size="small"
      label={t('queue.event')}
      value={search.event ?? ''}
      onChange={({ target }) => onChange({ event: target.value || undefined })}
    >
      <option value="">{t('queue.allEvents')}</option>
      {events?.map(({ event, name }) => (
        <option key={event} value={event}>
          {text(name)}
        </option>
      ))}
    </Select>
  )
}

const SearchChips = ({ search, onChange }: QueueFiltersProps) => {
  const { t } = useTexts()
  const person = useSearchedPerson()
  const isPerson = search.person === true && person !== undefined
  if (!isPerson && search.text === undefined) return null
  return (
    <Chips size="small" aria-label={t('queue.filters')} className="filter-chips">
      {isPerson && (
        <Chips.Removable onClick={() => onChange({ person: undefined })}>
          {t('queue.person', { person: maskPnr(person) })}
        </Chips.Removable>
      )}
      {search.text !== undefined && (
        <Chips.Removable onClick={() => onChange({ text: undefined })}>
          {t('queue.text', { text: search.text })}
        </Chips.Removable>
      )}
    </Chips>
  )
}
