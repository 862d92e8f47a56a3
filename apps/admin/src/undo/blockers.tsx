import { Button, LocalAlert } from '@navikt/ds-react'
import type { ReactNode } from 'react'

import { CaseLink } from '../case/case-link.tsx'
import { type CaseView, isAllowed } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Plan, Way } from './planned.ts'

type BlockerViews = Plan['blockers']

interface BlockersProps {
  readonly view: CaseView
  readonly blockers: BlockerViews
  /** The way that is blocked: another one may be open. */
  readonly way: Way
  readonly onWay: (way: Way) => void
}

/** What stops the plan, and apart from it what to mind; each with what would free it. */
export const Blockers = ({ view, blockers, way, onWay }: BlockersProps) => {
  const { t } = useTexts()
  const errors = blockers.filter(({ severity }) => severity === 'error')
  const open = waysAround(errors).filter(
    (other) => other !== way && (other === 'former' || isAllowed(view, other)),
  )
  return (
    <>
      <Group title={t('undo.blockers')} status="error" blockers={errors}>
        {open.length > 0 && (
          <div className="buttons">
            {open.map((other) => (
              <Button
                key={other}
                type="button"
                size="small"
                variant="secondary"
                onClick={() => onWay(other)}
              >
                {t(`undo.${other}Instead`)}
              </Button>
            ))}
          </div>
        )}
      </Group>
      <Group
        title={t('undo.warnings')}
        status="warning"
        blockers={blockers.filter(({ severity }) => severity === 'warning')}
      />
    </>
  )
}

/** Where the planner's own obstacles leave a way open; what an event names itself can be corrected instead. */
const waysByBlocker: Readonly<Record<string, readonly Way[]>> = {
  'newer-row': ['correct', 'former'],
  'fixed-field': ['undo'],
  'kept-by-others': ['undo'],
  'cannot-be-emptied': ['undo'],
  'another-authority': [],
  'not-reported-here': [],
  'number-annulled': [],
  'unknown-before': [],
  'several-rows': [],
  'row-missing': [],
  'dead-number': [],
  'number-in-use': ['correct'],
  'not-offered': [],
  'written-by-parent': [],
}

const waysAround = (blockers: BlockerViews): readonly Way[] => [
  ...new Set(blockers.flatMap(({ id }): readonly Way[] => waysByBlocker[id] ?? ['correct'])),
]

interface GroupProps {
  readonly title: string
  readonly status: 'error' | 'warning'
  readonly blockers: BlockerViews
  readonly children?: ReactNode
}

const Group = ({ title, status, blockers, children }: GroupProps) => {
  const { t, text } = useTexts()
  if (blockers.length === 0) return null
  return (
    <LocalAlert status={status} size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul className="blockers">
          {blockers.map((blocker) => (
            <li key={`${blocker.caseId} ${blocker.id} ${blocker.text.da}`}>
              <strong>{asSentence(text(blocker.text))}</strong> {asSentence(text(blocker.freedBy))}
              {blocker.by.length > 0 && (
                <span className="blocker-by">
                  {t('undo.inTheWay')}{' '}
                  {blocker.by.map((caseId, index) => (
                    <span key={caseId}>
                      {index > 0 && ', '}
                      <CaseLink caseId={caseId} />
                    </span>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
        {children}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** Catalogue texts are parts of sentences. */
export const asSentence = (text: string): string => {
  const begun = text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
