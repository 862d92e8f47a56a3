import type { CaseData, FieldData, Holder } from '@sagsgang/events'

import type { EffectPayloads, EffectType } from '../effects.ts'
import type { Context, FollowOnRow, OpenEffect } from '../snapshot.ts'
import type { Change } from './asking.ts'

/** Somebody's number has been changed: one number in the place of another, wherever the case keeps it as a key. */
export interface Renumbering {
  readonly from: string
  readonly to: string
}

type Rename = (pnr: string) => string

export function renumber(context: Context, { from, to }: Renumbering): Change {
  const rename: Rename = (pnr) => (pnr === from ? to : pnr)
  return {
    data: renameData(context.data, rename),
    persons: context.persons.map((one) => ({ ...one, pnr: rename(one.pnr) })),
    findings: context.findings.map((one) =>
      one.people ? { ...one, people: one.people.map(rename) } : one,
    ),
    followOns: mapValues(context.followOns, (row) => renameRow(row, rename)),
    open: mapValues(context.open, (effect) => renameEffect(effect, rename)),
    plan: context.plan.map((step) => ({
      ...step,
      person: rename(step.person),
      data: renameData(step.data, rename),
    })),
    accepted: {
      ...context.accepted,
      outputs: context.accepted.outputs.map((output) => mapValues(output, rename)),
    },
  }
}

/** Whether the case knows this number at all. */
export function knows(context: Context, renumbering: Renumbering): boolean {
  const renamed = { ...context, ...renumber(context, renumbering) }
  return JSON.stringify(renamed) !== JSON.stringify(context)
}

function mapValues<T>(all: Readonly<Record<string, T>>, to: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, to(value)]))
}

function renameData(data: CaseData, rename: Rename): CaseData {
  return mapValues(data, (value) => renameField(value, rename))
}

function renameField(value: FieldData, rename: Rename): FieldData {
  if (typeof value === 'string') return rename(value)
  if (typeof value === 'boolean') return value
  const [first] = value
  return typeof first === 'object'
    ? value.flatMap((item) => (typeof item === 'object' ? renameHolder(item, rename) : []))
    : value.flatMap((item) => (typeof item === 'string' ? rename(item) : []))
}

function renameHolder(holder: Holder, rename: Rename): Holder {
  const { personnummer } = holder
  return personnummer === undefined ? holder : { ...holder, personnummer: rename(personnummer) }
}

function renameRow(row: FollowOnRow, rename: Rename): FollowOnRow {
  const named = (person: string | null) => (person === null ? null : rename(person))
  return {
    ...row,
    people: row.people.map(rename),
    cases: row.cases.map((one) => ({ ...one, person: named(one.person) })),
  }
}

function renameEffect(effect: OpenEffect, rename: Rename): OpenEffect {
  return { ...effect, payload: renamePayload(effect.payload, rename) }
}

type Payload = EffectPayloads[EffectType]

function renamePayload(payload: Payload, rename: Rename): Payload {
  if (isOpening(payload)) {
    const person = payload.person === null ? null : rename(payload.person)
    return { ...payload, data: renameData(payload.data, rename), person }
  }
  return isCorrecting(payload) ? { ...payload, data: renameData(payload.data, rename) } : payload
}

function isOpening(payload: Payload): payload is EffectPayloads['openCase'] {
  return 'derived' in payload
}

function isCorrecting(payload: Payload): payload is EffectPayloads['openCorrection'] {
  return 'data' in payload && 'operation' in payload
}
