import type { EventDefinition, Text } from '@sagsgang/events'

import { restore } from './advance.ts'
import { candidates, rowOf } from './changes/follow-on-rows.ts'
import { unconfirmed } from './changes/reports.ts'
import { traitsOf } from './chart/traits.ts'
import type { Traits } from './chart/traits.ts'
import { commandReasons, notCorrectable } from './command-reasons.ts'
import { machineFor } from './machine-for.ts'
import { placeOf, places } from './places.ts'
import type { Context, Snapshot } from './snapshot.ts'
import type { Command } from './vocabulary.ts'

export interface CommandStanding {
  readonly type: Command['type']
  readonly allowed: boolean
  /** Why not. */
  readonly reason?: Text
  /** What the command has to say beside its type. */
  readonly fields?: readonly string[]
  /** Keys of the follow-ons that it may be given for. */
  readonly followOns?: readonly string[]
}

const fields: Readonly<Record<Command['type'], readonly string[]>> = {
  fill: ['data'],
  submit: [],
  confirm: ['findings', 'reason'],
  withdraw: ['reason'],
  openFollowOn: ['followOn', 'person', 'data'],
  waiveFollowOn: ['followOn', 'reason'],
  resume: [],
  decide: ['outcome', 'reason'],
  assign: ['to'],
  undo: ['reason'],
  stopUndo: ['reason'],
  correct: ['operation', 'data', 'reason'],
}

/** Every command, and whether the chart takes it now: the chart is asked, there is no second list. */
export function commandsOf(
  definition: EventDefinition,
  snapshot: Snapshot,
): readonly CommandStanding[] {
  const traits = traitsOf(definition)
  const restored = restore(machineFor(definition), snapshot)
  return trials(traits, snapshot.context).map(({ type, commands }) => {
    const taken = commands.filter((command) => restored.can(command))
    return {
      type,
      allowed: taken.length > 0,
      ...(taken.length === 0 && { reason: reasonFor(type, traits, snapshot) }),
      ...(fields[type].length > 0 && { fields: fields[type] }),
      ...followOnsIn(type, taken),
    }
  })
}

function followOnsIn(type: Command['type'], taken: readonly Command[]) {
  if (type !== 'openFollowOn' && type !== 'waiveFollowOn') return {}
  return { followOns: taken.flatMap((one) => ('followOn' in one ? [one.followOn] : [])) }
}

function reasonFor(type: Command['type'], traits: Traits, snapshot: Snapshot): Text {
  if (type === 'correct' && !traits.isCorrectable) return notCorrectable
  const place = placeOf(snapshot)
  const reasons = commandReasons[type]
  return reasons[place] ?? reasons[places[place].status] ?? reasons.otherwise
}

interface Trial {
  readonly type: Command['type']
  readonly commands: readonly Command[]
}

const reason = ''

/** One command of each type as it might be given; one for each follow-on where it names one. */
function trials({ regions }: Traits, context: Context): readonly Trial[] {
  const keys = regions.map(({ key }) => key)
  return [
    { type: 'fill', commands: [{ type: 'fill', data: {} }] },
    { type: 'submit', commands: [{ type: 'submit' }] },
    { type: 'confirm', commands: [{ type: 'confirm', findings: unconfirmed(context), reason }] },
    { type: 'withdraw', commands: [{ type: 'withdraw', reason }] },
    { type: 'openFollowOn', commands: keys.map((key) => opening(context, key)) },
    {
      type: 'waiveFollowOn',
      commands: keys.map((followOn) => ({ type: 'waiveFollowOn', followOn, reason })),
    },
    { type: 'resume', commands: [{ type: 'resume' }] },
    { type: 'decide', commands: [{ type: 'decide', outcome: 'applied', reason }] },
    { type: 'assign', commands: [{ type: 'assign', to: '' }] },
    { type: 'undo', commands: [{ type: 'undo', reason }] },
    { type: 'stopUndo', commands: [{ type: 'stopUndo', reason }] },
    { type: 'correct', commands: [{ type: 'correct', operation: '', data: {}, reason }] },
  ]
}

/** Somebody for whom it may still be opened; where the worker names them, somebody nobody has named yet. */
function opening(context: Context, followOn: string): Command {
  const [person] = candidates(context, followOn)
  const isTaken = rowOf(context, followOn).cases.length > 0
  const named = person === null && isTaken ? '' : person
  return { type: 'openFollowOn', followOn, ...(typeof named === 'string' && { person: named }) }
}
