import { ToggleGroup } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ChartDrawing, type DrawnChart } from './chart-drawing.tsx'
import { ChartList } from './chart-list.tsx'
import type { ChartMarks } from './chart-marks.ts'

interface ChartProps {
  readonly chart: DrawnChart
  readonly marks: ChartMarks
  readonly title: string
  readonly onChoose?: (stateId: string) => void
}

const wide = 768

/** As a drawing or as a list; on a narrow screen the list comes first. */
export const Chart = ({ chart, marks, title, ...choice }: ChartProps) => {
  const { t } = useTexts()
  const [view, setView] = useState(() => (window.innerWidth < wide ? 'list' : 'drawing'))
  return (
    <>
      <ToggleGroup size="small" label={t('chart.view')} value={view} onChange={setView}>
        <ToggleGroup.Item value="drawing" label={t('chart.drawing')} />
        <ToggleGroup.Item value="list" label={t('chart.list')} />
      </ToggleGroup>
      {view === 'list' ? (
        <ChartList states={chart.states} marks={marks} {...choice} />
      ) : (
        <ChartDrawing chart={chart} marks={marks} title={title} {...choice} />
      )}
    </>
  )
}
