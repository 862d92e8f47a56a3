import { Tag } from '@navikt/ds-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { da } from '../texts/da.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { operationTitle } from '../undo/step-title.ts'
import { CommandButton } from './command-button.tsx'
import { Differences } from './differences.tsx'
import { namedNumber } from './known-people.ts'
import { type CaseView, useCaseCommand } from './use-case-command.ts'

type Step = CaseView['plan'][number]
type StepState = keyof typeof da.progress.states

const isKnown = (state: string): state is StepState => state in da.progress.states

const colours: Readonly<Record<StepState, 'success' | 'info' | 'danger' | 'warning' | 'neutral'>> =
  {
    planned: 'neutral',
    running: 'info',
    done: 'success',
    kept: 'neutral',
    refused: 'danger',
    withdrawn: 'warning',
    undone: 'warning',
  }

const whyStopped = {
  refused: 'progress.whyRefused',
  withdrawn: 'progress.whyWithdrawn',
  undone: 'progress.whyUndone',
} as const

const whyOf = (state: string) =>
  state === 'refused' || state === 'undone' ? whyStopped[state] : whyStopped.withdrawn

/** How far an undo has come; one that stopped half-way says why, and what can be done about it. */
export const UndoProgress = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  if (view.plan.length === 0) return null
  const isHalf = view.status === 'partlyUndone'
  return (
    <section className={isHalf ? 'card half-done' : 'card'} aria-labelledby="progress-title">
      <h2 id="progress-title" className="card-title">
        {t(isHalf ? 'progress.half' : 'progress.title')}
      </h2>
      {isHalf && <Summary steps={view.plan} />}
      <ol className="plan">
        {view.plan.map((step, index) => (
          <StepLine
            key={`${step.caseId}-${step.operation}-${step.person}-${index}`}
            view={view}
            step={step}
          />
        ))}
      </ol>
      {isHalf && <Why view={view} />}
      {isHalf && <WaysOn view={view} />}
    </section>
  )
}

const isLeft = ({ state }: Step) => state !== 'done' && state !== 'kept'

const Summary = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { t } = useTexts()
  const meant = steps.filter(({ state }) => state !== 'kept')
  const left = meant.filter(isLeft).length
  return (
    <p className="plain">
      {t('progress.halfSummary', { done: meant.length - left, all: meant.length, left })}
    </p>
  )
}

const StepLine = ({ view, step }: { readonly view: CaseView; readonly step: Step }) => {
  const texts = useTexts()
  const { t } = texts
  const { state } = step
  const name = operationTitle(step, texts)
  return (
    <li className={`plan-step plan-step-${state}`}>
      <div className="plan-line">
        <span>
          {name}
          {step.person !== '' && (
            <span className="subtle"> · {namedNumber(view, step.person)}</span>
          )}
        </span>
        {isKnown(state) && (
          <Tag size="xsmall" variant="moderate" data-color={colours[state]}>
            {t(`progress.states.${state}`)}
          </Tag>
        )}
      </div>
      {step.carriedOutBy !== null && (
        <Link to={paths.case} params={{ caseId: step.carriedOutBy }} className="aksel-link">
          {t('followOns.case')}
          <span className="sr-only">: {name}</span>
        </Link>
      )}
    </li>
  )
}

/** What the register said of the step that it refused, or what it shows instead. */
const Why = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const stopped = view.plan.filter(({ state }) => state in whyStopped)
  if (stopped.length === 0 && view.differences.length === 0) return null
  return (
    <div className="plan-why">
      <h3 className="plan-title">{t('progress.why')}</h3>
      <ul className="blockers">
        {stopped.map((step) => (
          <StoppedStep key={`${step.caseId}-${step.operation}-${step.person}`} step={step} />
        ))}
      </ul>
      {view.differences.length > 0 && (
        <>
          <p className="plain">{t('progress.whyDiffers')}</p>
          <Differences view={view} />
        </>
      )}
    </div>
  )
}

const StoppedStep = ({ step }: { readonly step: Step }) => {
  const texts = useTexts()
  const { t, text } = texts
  const trpc = useTRPC()
  const caseId = step.carriedOutBy
  const { data } = useQuery(
    trpc.cases.get.queryOptions(
      caseId === null || step.state !== 'refused' ? skipToken : { caseId },
    ),
  )
  const found = data?.findings.filter(({ severity }) => severity === 'error') ?? []
  return (
    <li>
      <strong>{t(whyOf(step.state), { step: operationTitle(step, texts) })}</strong>
      {found.map(({ rule, message }) => (
        <span key={rule} className="finding">
          {text(message)}
        </span>
      ))}
    </li>
  )
}

/** On with the rest, or leave it as it stands. */
const WaysOn = ({ view }: { readonly view: CaseView }) => {
  const texts = useTexts()
  const { t } = texts
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const command = useCaseCommand(view.caseId)
  const { pathname } = useLocation()
  const isHere = pathname.endsWith(lastOf(paths.change))
  const left = view.plan.filter(isLeft)
  const stop = async (reason: string) => {
    const stopped = await command.mutateAsync({ type: 'stopUndo', reason }).catch(() => null)
    setAsked(false)
    // What was pressed is gone with the undo: the reader goes on from the top of the page.
    if (stopped !== null) document.querySelector('h1')?.focus()
  }
  return (
    <div className="buttons">
      <div role="alert">
        {command.isError && <p className="field-error">{explain(command.error, t)}</p>}
      </div>
      {!isHere && (
        <CommandButton
          view={view}
          command="undo"
          variant="primary"
          onClick={() => void navigate({ to: paths.change, params: { caseId: view.caseId } })}
        >
          {t('progress.goOn')}
        </CommandButton>
      )}
      <CommandButton view={view} command="stopUndo" onClick={() => setAsked(true)}>
        {t('progress.stop')}
      </CommandButton>
      <ReasonDialog
        open={isAsked}
        title={t('progress.stopTitle')}
        text={t(left.length === 0 ? 'progress.stopNone' : 'progress.stopText')}
        confirm={t('progress.stopConfirm')}
        tone="danger"
        busy={command.isPending}
        onConfirm={(reason) => void stop(reason)}
        onClose={() => setAsked(false)}
      >
        <ul className="dialog-list">
          {left.map((step, index) => (
            <li key={`${step.caseId}-${step.operation}-${index}`}>
              {operationTitle(step, texts)} · {namedNumber(view, step.person)}
            </li>
          ))}
        </ul>
      </ReasonDialog>
    </div>
  )
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/'))
