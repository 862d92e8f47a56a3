import { personsOf } from '@sagsgang/events'
import type { Effect, Message } from '@sagsgang/machines'

import { offeredBy } from '../effects/above.ts'
import { callerOf, groundOf } from '../effects/case-facts.ts'
import { judgeCase } from '../effects/check.ts'
import { changesOf } from '../effects/expected.ts'
import { gatherEvidence } from '../effects/gather-evidence.ts'
import { initiate } from '../effects/initiate.ts'
import { offersFor } from '../effects/offer.ts'
import { answerTo, readEntries } from '../effects/save.ts'
import type { Submission } from '../effects/submissions.ts'
import { updateOf } from '../effects/update-of.ts'
import { validateHandler } from '../effects/validate.ts'
import { compare, compareWithBefore } from '../effects/verify.ts'
import {
  compensationOpening,
  correctionOpening,
  openingOf,
  replacementOpening,
} from '../engine/child-cases.ts'
import { notices } from '../engine/internal-effects.ts'
import type { Answer, Clock, Handled } from '../engine/ports.ts'
import { treeUnder } from '../planning/case-tree.ts'
import { planTree } from '../planning/plan-undo.ts'
import { reportsOfCase } from '../planning/saved-reports.ts'
import { readView } from '../register-client/read-view.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import type { Card, Table } from './table.ts'

export interface TableWorld {
  readonly table: Table
  readonly port: RegisterPort
  readonly clock: Clock
  /** A new case's id. */
  readonly nextId: () => string
  /** What a save has just written, for whoever looks whether the rows are sound. */
  readonly onSaved: (card: Card) => void
}

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>
type Carry<T extends Effect['type']> = (
  world: TableWorld,
  card: Card,
  effect: Of<T>,
) => Promise<Answer | 'notYet'>

/** How each effect is carried out where there is no database: the same functions decide. */
const carry: { readonly [T in Effect['type']]: Carry<T> } = {
  check: async ({ table, clock }, { stored }, { payload: { stage } }) =>
    judgeCase(stored, { stage, view: table.viewOf(stored), clock }),
  offer: async (world, card) => offer(world, card),
  lookUp: async (world, card, effect) => (await look(world, card, effect)) ?? { type: 'lookedUp' },
  initiate: async (world, card, effect) => {
    const trouble = world.table.isStale(card) ? await look(world, card, effect) : null
    return trouble ?? told(await initiate(world, { case: card.stored, effect }))
  },
  validate: async (world, { stored }, effect) =>
    told(await validateHandler(world)({ case: stored, effect, fence: 0n, attempts: 0 })),
  save,
  readBack,
  pollQueue: async () => ({ type: 'failed', reason: 'nothing is queued here' }),
  verify: async (world, card, effect) => {
    const { port } = world
    return told(await compare(port, callerOf({ case: card.stored, effect }), reported(world, card)))
  },
  verifyUndo: async (world, card, effect) => {
    const caller = callerOf({ case: card.stored, effect })
    return told(await compareWithBefore(world.port, caller, reported(world, card)))
  },
  plan,
  waitForDay: async () => ({ type: 'dayReached' }),
  settle: async () => ({ type: 'settled' }),
  deadline: async () => ({ type: 'expired' }),
  waitForTurn: async ({ table }, { stored }) =>
    table.takeTurn(stored.id) ? { type: 'turnGiven' } : 'notYet',
  openCase: async (world, card, effect) => {
    const known = { view: world.table.viewOf(card.stored), output: outputOf(card) }
    return opened(world, card, { effect, opening: openingOf(card.stored, effect, known) })
  },
  openCorrection: async (world, card, effect) =>
    opened(world, card, { effect, opening: correctionOpening(effect) }),
  openReplacement: async (world, card, effect) =>
    opened(world, card, { effect, opening: replacementOpening(card.stored, effect) }),
  compensate: async (world, card, effect) => {
    const opening = compensationOpening(card.stored, effect)
    const { caseId } = opened(world, card, { effect, opening })
    return { type: 'compensating', caseId }
  },
  halt: async ({ table }, _, { payload }) =>
    tellAll(table, payload.cases, { type: 'stop' }, 'halted'),
  release: async ({ table }, _, { payload }) =>
    tellAll(table, payload.cases, { type: 'released' }, 'told'),
  takeBack: async ({ table }, { stored }, { payload }) =>
    tellAll(table, [payload.caseId], { type: 'takenBack', by: stored.id }, 'told'),
  tellParent: async ({ table }, { stored }, { payload }) => {
    const { id: caseId, parentId } = stored
    const notice = { type: notices[payload.notice], caseId } as const
    return tellAll(table, parentId === null ? [] : [parentId], notice, 'told')
  },
}

export function carryOut(
  world: TableWorld,
  card: Card,
  effect: Effect,
): Promise<Answer | 'notYet'> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- key and argument are of one type
  const run = carry[effect.type] as Carry<Effect['type']>
  return run(world, card, effect)
}

function told(handled: Handled): Answer {
  return handled.type === 'answer' ? handled.answer : { type: 'failed', reason: handled.reason }
}

async function look(
  { table, port, clock }: TableWorld,
  card: Card,
  effect: Effect,
): Promise<Answer | null> {
  const { definition, facts } = groundOf(card.stored, table.viewOf(card.stored), clock)
  const caller = callerOf({ case: card.stored, effect })
  const looked = await readView(port, caller, { definition, data: facts.data })
  if (looked.type !== 'read') return { type: 'failed', reason: looked.reason }
  table.looked(card, looked.view)
  return null
}

/** What is answered in the transaction of the step that asks. */
export function answerPure(world: Pick<TableWorld, 'table' | 'clock'>, card: Card, effect: Effect) {
  if (effect.type === 'offer') return offer(world, card)
  const stage = effect.type === 'check' ? effect.payload.stage : 'form'
  const view = world.table.viewOf(card.stored)
  return judgeCase(card.stored, { stage, view, clock: world.clock })
}

function offer({ table, clock }: Pick<TableWorld, 'table' | 'clock'>, card: Card): Answer {
  const ground = groundOf(card.stored, table.viewOf(card.stored), clock)
  const above: Card[] = []
  for (let { parentId } = card.stored; parentId !== null;) {
    const parent = table.card(parentId)
    above.push(parent)
    parentId = parent.stored.parentId
  }
  const known = { output: outputOf(card), above: above.flatMap(({ stored }) => offeredBy(stored)) }
  return offersFor(card.stored, ground, known)
}

function outputOf({ stored, submissions }: Card): Readonly<Record<string, string>> {
  const [answered = {}] = stored.snapshot.context.accepted.outputs
  if (Object.keys(answered).length > 0) return answered
  return submissions.findLast(({ report }) => report === 0)?.output ?? {}
}

const reported = ({ table, clock }: TableWorld, card: Card) => ({
  ground: groundOf(card.stored, table.viewOf(card.stored), clock),
  output: outputOf(card),
})

async function save(world: TableWorld, card: Card, effect: Of<'save'>): Promise<Answer> {
  const { port, clock } = world
  const { stored } = card
  const { dialogue } = stored.snapshot.context
  const { report } = effect.payload
  if (!dialogue) return { type: 'unsent', reason: 'lapsed' }
  const { ground } = reported(world, card)
  const log = await readEntries(world, callerOf({ case: stored, effect }), { ground, report })
  if (log.type !== 'read') return { type: 'unsent', reason: log.reason }
  const submission: Submission = {
    id: `${stored.id}/${effect.id}`,
    effectId: effect.id,
    report,
    state: 'sending',
    dialogue: dialogue.timestamp,
    watermark: clock.registerNow(),
    entriesBefore: log.entries,
    expected: changesOf(ground, report),
    output: null,
  }
  const { answer } = await port.save(port.prepareSave(dialogue, updateOf(ground, report)))
  const isAccepted = answer.type === 'accepted'
  const state = submissionStates[answer.type]
  card.submissions.push({ ...submission, state, output: isAccepted ? answer.output : null })
  if (isAccepted) prove(world, card)
  return answerTo(answer, { ground, run: { case: stored } }, { clock })
}

const submissionStates = {
  accepted: 'confirmed',
  refused: 'refused',
  warned: 'warned',
  unsent: 'unsent',
  unknown: 'inDoubt',
} as const

function prove({ table, onSaved }: TableWorld, card: Card): void {
  table.proved(card)
  onSaved(card)
}

async function readBack(world: TableWorld, card: Card, effect: Of<'readBack'>): Promise<Answer> {
  const { report, final } = effect.payload
  const submission = card.submissions.findLast((one) => one.report === report)
  if (!submission) return { type: 'absent', resend: final }
  const { ground } = reported(world, card)
  const caller = callerOf({ case: card.stored, effect })
  const found = await gatherEvidence(world, { ground, submission, caller, over: final })
  if (found.type === 'notRead') return { type: 'failed', reason: found.reason }
  const settle = (state: Submission['state'], output: Submission['output']) =>
    void card.submissions.splice(-1, 1, { ...submission, state, output })
  if (found.type === 'absent') {
    if (final) settle('notApplied', null)
    return { type: 'absent', resend: final }
  }
  const { output } = found
  settle(found.type === 'undecided' ? 'inDoubt' : 'confirmed', output)
  if (found.type === 'undecided') return { type: 'undecided', reason: found.reason }
  prove(world, card)
  const { definition, facts } = ground
  const persons = personsOf(definition, facts.data, facts.view, output)
  return { type: 'proven', output, persons, acceptedOn: found.entry.timestamp.slice(0, 8) }
}

async function plan(world: TableWorld, card: Card, effect: Of<'plan'>): Promise<Answer> {
  const { table, clock } = world
  const all = [...table.cards.values()]
  const tree = await treeUnder(
    card.stored,
    all.map(({ stored }) => stored),
    async (caseId) => table.card(caseId).submissions.toReversed(),
  )
  if (!tree) throw new Error('no tree')
  const correctionsOf = (id: string) =>
    all
      .filter(({ stored }) => stored.parentId === id && stored.followOn === null)
      .flatMap(({ submissions }) => submissions.flatMap(({ output }) => output?.['TIMSTP'] ?? []))
  const planned = await planTree(
    {
      ...world,
      reportsOf: async (node) =>
        reportsOfCase(node, {
          ground: groundOf(node.stored, table.viewOf(node.stored), clock),
          corrections: correctionsOf(node.stored.id),
        }),
    },
    callerOf({ case: card.stored, effect }),
    tree,
  )
  if (planned.type === 'notRead') return { type: 'failed', reason: planned.reason }
  const errors = planned.plan.blockers.filter(({ severity }) => severity === 'error')
  return errors.length > 0
    ? { type: 'blocked', blockers: errors.map(({ text }) => text) }
    : { type: 'planned', steps: planned.steps }
}

interface ToOpen {
  readonly effect: Effect
  readonly opening: ReturnType<typeof openingOf>
}

function opened({ table, nextId }: TableWorld, { stored }: Card, { effect, opening }: ToOpen) {
  const caseId = nextId()
  const { followOn, event, data, mode, messages, persons, acceptedOn } = opening
  table.place(
    {
      ...stored,
      id: caseId,
      number: caseId,
      event,
      parentId: stored.id,
      parentEffect: effect.id,
      followOn,
    },
    {
      caseId,
      data,
      mode,
      parent: stored.id,
      ...(persons && { persons }),
      ...(acceptedOn !== undefined && { acceptedOn }),
    },
  )
  for (const message of messages) table.tell(caseId, message)
  return { type: 'opened', caseId } as const
}

function tellAll(
  table: Table,
  caseIds: readonly string[],
  message: Message,
  answer: 'halted' | 'told',
): Answer {
  for (const caseId of caseIds) table.tell(caseId, message)
  return { type: answer }
}
