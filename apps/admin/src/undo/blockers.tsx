import { LocalAlert } from '@navikt/ds-react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

type BlockerViews = Outputs['cases']['planUndo']['blockers']

export const Blockers = ({ blockers }: { readonly blockers: BlockerViews }) => {
  const { t } = useTexts()
  return (
    <>
      <Group
        title={t('undo.blockers')}
        status="error"
        blockers={blockers.filter(({ severity }) => severity === 'error')}
      />
      <Group
        title={t('undo.warnings')}
        status="warning"
        blockers={blockers.filter(({ severity }) => severity === 'warning')}
      />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly status: 'error' | 'warning'
  readonly blockers: BlockerViews
}

const Group = ({ title, status, blockers }: GroupProps) => {
  const { text } = useTexts()
  if (blockers.length === 0) return null
  return (
    <LocalAlert status={status} size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul className="running">
          {blockers.map((blocker) => (
            <li key={blocker.text.da}>{text(blocker.text)}</li>
          ))}
        </ul>
      </LocalAlert.Content>
    </LocalAlert>
  )
}
