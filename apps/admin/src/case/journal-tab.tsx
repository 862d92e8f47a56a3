import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'

import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { showMoment } from '../ui/times.ts'
import { activeIn } from './active-states.ts'
import { CaseAsItWas } from './case-as-it-was.tsx'
import { JournalEntry } from './journal-entry.tsx'
import type { CaseView } from './use-case-command.ts'

type Entries = Outputs['cases']['journal']
const route = getRouteApi(paths.case)

export const JournalTab = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.journal.queryOptions({ caseId: view.caseId }))
  return (
    <Panel query={query} isEmpty={(entries) => entries.length === 0} empty={t('journal.empty')}>
      {(entries) => <Timeline caseId={view.caseId} entries={entries} />}
    </Panel>
  )
}

interface TimelineProps {
  readonly caseId: string
  readonly entries: Entries
}

const Timeline = ({ caseId, entries }: TimelineProps) => {
  const [chosen, setChosen] = useState<number>()
  const { state } = route.useSearch()
  const shown =
    state === undefined ? entries : entries.filter((one) => activeIn(one.state).includes(state))
  return (
    <>
      <Slider entries={entries} chosen={chosen} onChoose={setChosen} />
      {chosen !== undefined && <CaseAsItWas caseId={caseId} seq={chosen} />}
      {state !== undefined && <StateFilter state={state} />}
      <ol className="timeline">
        {shown.toReversed().map((entry) => (
          <JournalEntry key={entry.seq} entry={entry} isChosen={entry.seq === chosen} />
        ))}
      </ol>
    </>
  )
}

const StateFilter = ({ state }: { readonly state: string }) => {
  const { t } = useTexts()
  const navigate = route.useNavigate()
  return (
    <p className="buttons">
      {t('journal.filter', { state })}
      <Button
        size="xsmall"
        variant="tertiary"
        onClick={() => void navigate({ search: { tab: 'journal' }, resetScroll: false })}
      >
        {t('journal.clear')}
      </Button>
    </p>
  )
}

interface SliderProps {
  readonly entries: Entries
  readonly chosen: number | undefined
  readonly onChoose: (seq: number | undefined) => void
}

/** The case as it was: one step of the slider for each entry of the journal. */
const Slider = ({ entries, chosen, onChoose }: SliderProps) => {
  const { t } = useTexts()
  const last = entries.length - 1
  const place = chosen === undefined ? last : entries.findIndex(({ seq }) => seq === chosen)
  const entry = entries[place]
  if (entry === undefined || last < 1) return null
  const words = t('journal.at', { seq: place + 1, all: last + 1, at: showMoment(entry.at) })
  const choose = (index: number) => onChoose(index === last ? undefined : entries[index]?.seq)
  return (
    <div className="slider">
      <label htmlFor="journal-slider">{t('journal.slider')}</label>
      <input
        id="journal-slider"
        type="range"
        min={0}
        max={last}
        value={place}
        aria-valuetext={words}
        onChange={({ target }) => choose(Number(target.value))}
      />
      <span className="slider-words">
        {words} <StatusTag status={entry.status} />
      </span>
    </div>
  )
}
