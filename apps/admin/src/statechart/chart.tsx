import { ToggleGroup } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { ChartDrawing, type DrawnChart } from './chart-drawing.tsx'
import { ChartList } from './chart-list.tsx'
import type { ChartMarks } from './chart-marks.ts'

interface ChartProps {
  readonly event: string
  readonly title: string
  readonly marksOn: (transitions: DrawnChart['transitions']) => ChartMarks
  readonly onChoose?: (stateId: string) => void
}

const views = ['overview', 'drawing', 'list'] as const
const wide = 768

/** At a glance, in full or as a list; on a narrow screen the list comes first. */
export const Chart = ({ event, title, marksOn, ...choice }: ChartProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const [view, setView] = useState(() => (window.innerWidth < wide ? 'list' : 'overview'))
  const detail = view === 'overview' ? 'overview' : 'all'
  const query = useQuery(
    trpc.catalogue.chart.queryOptions({ event, detail }, { staleTime: Infinity }),
  )
  return (
    <>
      <ToggleGroup size="small" label={t('chart.view')} value={view} onChange={setView}>
        {views.map((one) => (
          <ToggleGroup.Item key={one} value={one} label={t(`chart.${one}`)} />
        ))}
      </ToggleGroup>
      <Panel query={query} rows={8}>
        {(chart) => {
          const marks = marksOn(chart.transitions)
          return view === 'list' ? (
            <ChartList states={chart.states} marks={marks} {...choice} />
          ) : (
            <ChartDrawing
              key={view}
              chart={chart}
              marks={marks}
              title={title}
              isFittedFirst={view === 'overview'}
              {...choice}
            />
          )
        }}
      </Panel>
    </>
  )
}
