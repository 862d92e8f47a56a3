import { Button, InlineMessage, Table } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { explain } from '../api-error.ts'
import { type Outputs, useTRPC, useTRPCClient } from '../api.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'
import { isUnderWay, useProgress } from './use-progress.ts'

type Run = Outputs['operations']['resumeRuns'][number]

interface RunsProps {
  /** The one whose cases are shown. */
  readonly shown: string | undefined
  readonly onShow: (runId: string | undefined) => void
}

const often = 700
const seldom = 10_000

/** Batches that were ordered: how far they are, and who may still change their mind. */
export const Runs = ({ shown, onShow }: RunsProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.operations.resumeRuns.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? often : seldom),
    }),
  )
  return (
    <section aria-labelledby="runs-title">
      <h2 id="runs-title" className="card-title section-gap">
        {t('stuck.runs')}
      </h2>
      <Panel
        query={query}
        rows={2}
        isEmpty={(runs) => runs.length === 0}
        empty={<p className="plain">{t('stuck.noRuns')}</p>}
      >
        {(runs) => <RunTable runs={runs} shown={shown} onShow={onShow} />}
      </Panel>
    </section>
  )
}

interface RunTableProps extends RunsProps {
  readonly runs: readonly Run[]
}

const RunTable = ({ runs, shown, onShow }: RunTableProps) => {
  const { t } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('stuck.runs')} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('stuck.action')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.progress')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.steer')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {runs.map((run) => (
            <Table.Row key={run.runId} selected={run.runId === shown}>
              <RunCells run={run} isShown={run.runId === shown} onShow={onShow} />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface RunCellsProps {
  readonly run: Run
  readonly isShown: boolean
  readonly onShow: RunsProps['onShow']
}

const RunCells = ({ run, isShown, onShow }: RunCellsProps) => {
  const { t, text } = useTexts()
  const nameOf = useUserNames()
  const progress = useProgress()
  const name = t('stuck.runName', { count: run.counts.total, who: nameOf(run.orderedBy) })
  return (
    <>
      <Table.DataCell>
        {name}
        <span className="under">
          {text(run.text)} · {showMoment(run.orderedAt)}
        </span>
      </Table.DataCell>
      <Table.DataCell>
        <strong>{t(`stuck.runState.${run.state}`)}</strong>
        {run.state === 'waiting' && (
          <span className="under">{t('stuck.runAt', { at: showMoment(run.startAt) })}</span>
        )}
        <span className="under">{progress(run.counts)}</span>
        {run.reason !== null && <span className="under">{text(run.reason)}</span>}
      </Table.DataCell>
      <Table.DataCell>
        <Steering run={run} />
        <Button
          size="xsmall"
          variant="tertiary"
          aria-expanded={isShown}
          onClick={() => onShow(isShown ? undefined : run.runId)}
        >
          {t(isShown ? 'stuck.hideDetails' : 'stuck.details')}
        </Button>
      </Table.DataCell>
    </>
  )
}

type Steer = 'pause' | 'goOn' | 'stop'

const steers: Readonly<Record<Run['state'], readonly Steer[]>> = {
  waiting: ['stop'],
  running: ['pause', 'stop'],
  paused: ['goOn', 'stop'],
  stopped: [],
  done: [],
}

const Steering = ({ run: { runId, state } }: { readonly run: Run }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { operations } = useTRPCClient()
  const queries = useQueryClient()
  const steering = useMutation({
    mutationFn: (steer: Steer) => operations[`${steer}Resume`].mutate({ runId }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: trpc.operations.resumeRuns.queryKey() })
      await queries.invalidateQueries({ queryKey: trpc.operations.resumeRun.queryKey() })
      await queries.invalidateQueries({ queryKey: trpc.operations.previewResume.queryKey() })
    },
  })
  return (
    <div className="steering">
      {steers[state].map((steer) => (
        <Button
          key={steer}
          size="xsmall"
          variant="secondary"
          className="nowrap"
          loading={steering.isPending}
          onClick={() => steering.mutate(steer)}
        >
          {t(`stuck.${steer}`)}
        </Button>
      ))}
      {steering.error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(steering.error, t)}
        </InlineMessage>
      )}
    </div>
  )
}
