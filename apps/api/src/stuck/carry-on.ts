import { effectNames } from '@sagsgang/machines'
import type { EffectType } from '@sagsgang/machines'

import { authorize } from '../access/authorize.ts'
import type { Auditor } from '../audit/record.ts'
import type { Engine } from '../engine/ports.ts'
import { findCaseRecord } from '../procedures/case-record.ts'
import { follow } from './follow.ts'
import { probe, type ProbeDeps } from './probe.ts'
import {
  beginItem,
  currentItems,
  type End,
  endItem,
  findResumed,
  finishRun,
  type HeldRun,
  type Item,
  repeatedBy,
  standingOfRun,
} from './runs.ts'

export interface CarryOnDeps extends ProbeDeps {
  readonly engine: Pick<Engine, 'send'>
  readonly auditor: Pick<Auditor, 'record'>
}

/** A proof that has not come by then is not waited for. */
const PATIENCE_SECONDS = 60

const LOOK_MS = 250

/** One round of a run that this process holds; answers how many milliseconds until the next. */
export async function carryOn(deps: CarryOnDeps, run: HeldRun): Promise<number> {
  const before = await currentItems(deps.db, run)
  for (const item of before) if (item.state === 'following') await lookAfter(deps, run, item)
  const standing = await standingOfRun(deps.db, run)
  if (standing === undefined) return LOOK_MS
  const items = await currentItems(deps.db, run)
  const broken = items.find(({ state }) => state === 'probing')
  if (broken !== undefined) await beginOne(deps, run, broken)
  if (standing.state !== 'running') return LOOK_MS
  return items.length === 0 ? finish(deps, run) : goOn(deps, { ...run, ...standing }, items)
}

/** The next in line, unless the one before it has to prove first that the trouble is over. */
async function goOn(deps: CarryOnDeps, run: HeldRun, items: readonly Item[]): Promise<number> {
  const next = items.find(({ state }) => state === 'waiting')
  const isUnderWay = items.some(({ state }) => state !== 'waiting')
  if (next === undefined || (isUnderWay && !run.proven)) return LOOK_MS
  await beginOne(deps, run, next)
  return run.proven ? 1_000 / run.perSecond : LOOK_MS
}

async function finish({ db, auditor }: CarryOnDeps, run: HeldRun): Promise<number> {
  if (await finishRun(db, run))
    await auditor.record(db, {
      actor: run.orderedBy,
      action: 'resume.ended',
      outcome: 'done',
      detail: { run: run.id, cause: run.cause },
    })
  return LOOK_MS
}

/** Probe, then resume; what comes of it is followed in later rounds. Begun again after a crash, it resumes no second time. */
async function beginOne(deps: CarryOnDeps, run: HeldRun, item: Item): Promise<void> {
  const end = await begin(deps, run, item)
  if (end !== null) await endItem(deps.db, run, item.place, end)
}

const passed = (reason: string): End => ({ state: 'passed', reason })

async function begin(deps: CarryOnDeps, run: HeldRun, item: Item): Promise<End | null> {
  const { db } = deps
  const { place, caseId } = item
  if (item.seenVersion !== null) {
    const resumed = await findResumed(db, caseId, item.seenVersion)
    if (resumed) return followFrom(deps, run, item, resumed.version)
  }
  const record = await findCaseRecord(db, caseId)
  if (record === undefined) return passed('caseNotFound')
  if (record.stuckCause !== run.cause) return passed(record.stuckCause ?? record.status)
  const verdict = authorize(run.orderedBy, 'cases.resume', record)
  if (verdict.type === 'denied') return { state: 'notReady', reason: verdict.reason }
  await beginItem(db, run, place, { state: 'probing', seenVersion: record.version })
  const probed = await probe(deps, record, run.orderedBy)
  if (probed.type === 'notReady') return { state: 'notReady', reason: probed.reason }
  return resume(deps, run, { ...item, seenVersion: record.version })
}

async function resume(deps: CarryOnDeps, run: HeldRun, item: Item): Promise<End | null> {
  const { place, caseId } = item
  const told = await deps.engine.send({
    caseId,
    message: { type: 'resume' },
    actor: run.orderedBy,
    expectedVersion: null,
    idempotencyKey: `resume/${run.id}/${place}`,
  })
  if (told.type === 'refused') return passed(told.reason)
  const resumed = await findResumed(deps.db, caseId, item.seenVersion ?? 0)
  if (resumed === undefined) throw new Error(`the resume of case ${caseId} is not in its journal`)
  return followFrom(deps, run, item, resumed.version)
}

async function followFrom(
  { db }: CarryOnDeps,
  run: HeldRun,
  { place }: Item,
  resumedVersion: number,
): Promise<null> {
  await beginItem(db, run, place, { state: 'following', resumedVersion })
  return null
}

async function lookAfter({ db }: CarryOnDeps, run: HeldRun, item: Item): Promise<void> {
  const { place, caseId, resumedVersion, seconds } = item
  const record = await findCaseRecord(db, caseId)
  if (record === undefined || resumedVersion === null) return
  const effects = await repeatedBy(db, caseId, resumedVersion)
  const found = follow({
    cause: run.cause,
    repeated: effects.flatMap(({ id, type }) => (isKnown(type) ? [{ id, type }] : [])),
    now: record.snapshot,
    isLate: (seconds ?? 0) > PATIENCE_SECONDS,
  })
  if (found.type === 'following') return
  const reason = found.type === 'verified' ? null : found.reason
  await endItem(db, run, place, { state: found.type, reason })
}

const isKnown = (type: string): type is EffectType => type in effectNames
