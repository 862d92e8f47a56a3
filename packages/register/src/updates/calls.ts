import type { Fields, UpdateRequest } from '@sagsgang/gctp'

import { findAuthority } from '../authorities.ts'
import { birthDateOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import type { Store } from '../store.ts'
import { establishingFaults, formFaults } from './form.ts'
import type { Call, UpdateService } from './update-service.ts'

/** Blanks at the end pad a field; an empty field is no field. */
const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([code, value]) =>
      value.trim() === '' ? [] : [[code, value.trimEnd()]],
    ),
  )

const filledRows = (tables: Call['tables']): Call['tables'] =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(filled)]))

export const callOf = (
  store: Store,
  request: Pick<UpdateRequest, 'keys' | 'data' | 'authority' | 'tables' | 'primaryDialogue'>,
): Call => ({
  store,
  keys: filled(request.keys),
  data: filled(request.data),
  tables: filledRows(request.tables ?? {}),
  followsOn: request.primaryDialogue !== undefined,
  authority: request.authority,
  authorityType: findAuthority(request.authority)?.type ?? '',
})

/** Whether the keys are all there, and name somebody. */
export function keyFaults(service: UpdateService, { keys, store }: Call): readonly Objection[] {
  const required = service.keys.filter((key) => key.required).map(({ code }) => code)
  const form = formFaults(keys, service.keys, required)
  if (form.length > 0) return form
  return service.keys
    .filter(({ code, format }) => format === 'pnr10' && birthDateOf(keys[code] ?? '') !== null)
    .filter(({ code }) => store.find(keys[code] ?? '') === undefined)
    .map(({ code }) => objection('notInRegister', code))
}

/** Whether the authority may come here at all; then whether the keys name anybody. */
export function initiationFaults(
  service: UpdateService,
  call: Call,
  request: UpdateRequest,
): readonly Objection[] {
  if (findAuthority(call.authority) === undefined) return [objection('unknownAuthority', '')]
  if (!service.mayUse(call)) return [objection('noAccess', '')]
  if (request.onBehalfOf !== undefined) return [objection('landAtInitiation', '')]
  return keyFaults(service, call)
}

/** To drop a table that nobody asked for would save less than was sent. */
const tableFaults = (service: UpdateService, { tables }: Call): readonly Objection[] =>
  Object.entries(tables).flatMap(([name, rows]) => {
    const known = service.tables[name]
    if (known === undefined) return [objection('unknownField', name)]
    return rows.flatMap((row) => formFaults(row, known, []))
  })

/** Layer by layer: what is wrong with the form hides what is wrong with the people. */
export function judged(service: UpdateService, call: Call): readonly Objection[] {
  const form = [
    ...formFaults(call.data, service.input, service.required(call)),
    ...establishingFaults(call.data),
    ...tableFaults(service, call),
  ]
  return form.length > 0 ? form : service.judge(call)
}

/** Somebody among the keys has data waiting. */
export function warningsFor({ keys, store }: Call): readonly Objection[] {
  const waiting = new Set(store.waiting().map(({ pnr }) => pnr))
  return Object.entries(keys)
    .filter(([, value]) => waiting.has(value))
    .map(([code]) => objection('dataWaiting', code))
}

/** What dates an event: mostly its own date, else the start of a period. */
export const dayCode = ({ data }: Pick<Call, 'data'>): 'HDTO' | 'STARTDATO' =>
  data['HDTO'] === undefined && data['STARTDATO'] !== undefined ? 'STARTDATO' : 'HDTO'

export const isDatedAhead = (call: Call): boolean =>
  (call.data[dayCode(call)] ?? '') > call.store.clock.today()
