import {
  catalogue,
  deadlines,
  findDefinition,
  nameOf,
  optionsOf,
  type EventDefinition,
  type Field,
  type FollowOn,
  type Text,
} from '@sagsgang/events'
import { chartOf } from '@sagsgang/machines'

import { mayReport } from '../access/may-report.ts'
import type {
  DeadlineSummary,
  EventSummary,
  EventView,
  FieldView,
  FollowOnSummary,
  MaintenanceSummary,
} from '../catalogue-view.ts'
import type { Actor } from '../engine/ports.ts'
import { openedEvent } from '../opened-event.ts'
import { groupOf } from './event-groups.ts'

export function toEventSummary(definition: EventDefinition, actor: Actor): EventSummary {
  return {
    event: definition.id,
    name: definition.name,
    group: groupOf(definition),
    service: definition.service,
    primary: definition.primary,
    secondary: definition.secondary,
    reporters: definition.reporters,
    mayOpen: mayReport(definition, actor),
    fields: definition.fields.length,
    rules: definition.rules.length,
    followOns: definition.followOns.length,
  }
}

export function toEventView(definition: EventDefinition, actor: Actor): EventView {
  const { id, kind, name, service, primary, secondary, reporters, notes } = definition
  return {
    event: id,
    kind: kind.type,
    name,
    service,
    primary,
    secondary,
    reporters,
    ...(notes && { notes }),
    mayOpen: mayReport(definition, actor),
    fields: definition.fields.map(toFieldView),
    rules: definition.rules.map(({ isRaised: _isRaised, ...rule }) => rule),
    followOns: definition.followOns.map(toFollowOnSummary),
    effects: definition.effects.map(({ party, entity, operation, text }) => ({
      party,
      entity,
      operation,
      text,
    })),
    deadlines: toDeadlines(definition),
    maintenance: definition.maintenance.map(toMaintenanceSummary),
    blockers: definition.undo.blockers.map(({ id: blocker, text, severity }) => ({
      id: blocker,
      text,
      severity,
    })),
    chart: chartOf(definition),
  }
}

function toMaintenanceSummary(event: string): MaintenanceSummary {
  const definition = findDefinition(event)
  const operation = definition?.kind.type === 'maintenance' ? definition.kind.operation : ''
  return { event, name: nameOf(event), service: definition?.service ?? '', operation }
}

function toFieldView(field: Field): FieldView {
  const { name, label, required, requiredWhen, length, hint, unknownAllowed } = field
  const options = optionsOf(field)?.map(({ code, name: text }) => ({ code, name: text }))
  return {
    name,
    label,
    required,
    unknownAllowed,
    type: field.catalogueType,
    control: field.type,
    ...(requiredWhen && { requiredWhen: requiredWhen.text }),
    ...(length !== undefined && { length }),
    ...(hint && { hint }),
    ...(options && { options }),
  }
}

const toFollowOnSummary = (followOn: FollowOn): FollowOnSummary => {
  const { key, mode, whenTrue, when, after, alternativeTo, deadline } = followOn
  const event = openedEvent(followOn)
  return {
    key,
    event,
    mode,
    after,
    name: nameOf(event),
    for: followOn.for,
    ...(whenTrue && { whenTrue }),
    ...(when && { when }),
    ...(alternativeTo !== undefined && { alternativeTo }),
    ...(deadline !== undefined && { deadline }),
    separateCase: followOn.separateCase,
    onPrimaryUndo: followOn.onPrimaryUndo,
    available: catalogue.some(({ id }) => id === event),
  }
}

const texts: Readonly<Record<string, { readonly text: Text } | undefined>> = deadlines

const toDeadlines = ({ timers }: EventDefinition): readonly DeadlineSummary[] =>
  timers.map(({ deadline, onExpiry, effect }) => ({
    id: deadline,
    text: texts[deadline]?.text ?? onExpiry,
    onExpiry,
    effect,
  }))
