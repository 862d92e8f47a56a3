import { personsOf } from '@sagsgang/events'

import { callerOf } from '../effects/case-facts.ts'
import { changesOf } from '../effects/expected.ts'
import { gatherEvidence } from '../effects/gather-evidence.ts'
import { answerTo, readEntries } from '../effects/save.ts'
import type { Submission } from '../effects/submissions.ts'
import { updateOf } from '../effects/update-of.ts'
import type { Answer } from '../engine/ports.ts'
import type { Card, Table } from './table.ts'
import { reported } from './world.ts'
import type { Of, TableWorld } from './world.ts'

/** Effects that change the register, or find out whether it was changed. */

export async function save(world: TableWorld, card: Card, effect: Of<'save'>): Promise<Answer> {
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

export async function readBack(
  world: TableWorld,
  card: Card,
  effect: Of<'readBack'>,
): Promise<Answer> {
  const { report, final } = effect.payload
  const submission = card.submissions.findLast((one) => one.report === report)
  if (!submission) return { type: 'absent', resend: final }
  const { ground } = reported(world, card)
  const caller = callerOf({ case: card.stored, effect })
  const found = await gatherEvidence(world, {
    ground,
    submission,
    caller,
    over: final,
    isTaken: async (pnr) => isInAnotherCase(world.table, card, pnr),
  })
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

function isInAnotherCase({ cards }: Table, { stored }: Card, pnr: string): boolean {
  return [...cards.values()].some(
    (other) =>
      other.stored.id !== stored.id &&
      other.stored.snapshot.context.persons.some((person) => person.pnr === pnr),
  )
}
