import type { IncomingMessage } from 'node:http'

import { findShown, latestTime, listPeople, readClockOrder, readReset } from './control.ts'
import type { ClockOrder } from './control.ts'
import { readFaults } from './faults.ts'
import { json, problem, readBody } from './http.ts'
import type { HttpAnswer } from './http.ts'
import type { Register } from './register.ts'

/** The addresses by which a developer or a test steers the register and sees the truth. */

interface ControlCall {
  readonly register: Register
  readonly query: URLSearchParams
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown
  readonly onReset: () => Promise<void>
}

type Handler = (call: ControlCall) => HttpAnswer | Promise<HttpAnswer>

const bodyLimit = 64 * 1024

const applied: Handler = ({ register, query }) => {
  const after = query.get('after') ?? ''
  if (!/^\d{0,15}$/.test(after)) return problem('badAfter')
  register.runDue()
  return json(
    register
      .store()
      .applied()
      .filter(({ seq }) => seq > Number(after)),
  )
}

const people: Handler = ({ register, query }) => {
  register.runDue()
  const listed = listPeople(register.store(), query)
  return listed === null ? problem('badQuery') : json(listed)
}

const setFaults: Handler = ({ register, body }) => {
  const faults = readFaults(body)
  if (faults === null) return problem('badFaults')
  register.setFaults(faults)
  return json(faults)
}

const clock: Handler = ({ register }) =>
  json({ now: new Date(register.store().clock.now()).toISOString() })

const timeAfter = (order: ClockOrder, now: number): number =>
  order.type === 'by' ? now + order.milliseconds : order.at

const setClock: Handler = (call) => {
  const { register, body } = call
  const store = register.store()
  const order = readClockOrder(body)
  if (order === null || timeAfter(order, store.clock.now()) >= latestTime)
    return problem('badClock')
  if (order.type === 'by') store.clock.advance(order.milliseconds)
  else if (!store.clock.moveTo(order.at)) return problem('clockGoesForward')
  store.keepClock()
  register.runDue()
  return clock(call)
}

const reset: Handler = async ({ register, body, onReset }) => {
  const order = readReset(body)
  if (order === null) return problem('badReset')
  register.reset(order)
  await onReset()
  return json({ people: [...register.store().all()].length })
}

const handlers: Readonly<Record<string, Handler>> = {
  'GET /control/applied': applied,
  'GET /control/people': people,
  'PUT /control/faults': setFaults,
  'GET /control/clock': clock,
  'PUT /control/clock': setClock,
  'POST /control/reset': reset,
}

const personPath = /^\/control\/person\/([^/]*)$/

function person(register: Register, pnr: string): HttpAnswer {
  register.runDue()
  const shown = findShown(register.store(), pnr)
  if (shown === 'malformed') return problem('badPnr')
  return shown === null ? problem('noSuchPerson', 404) : json(shown)
}

const parseJson = (text: string): unknown => JSON.parse(text)

function readJson(bytes: Buffer): { readonly body: unknown } | null {
  if (bytes.length === 0) return { body: undefined }
  try {
    return { body: parseJson(bytes.toString('utf8')) }
  } catch {
    return null
  }
}

export async function answerControl(
  register: Register,
  request: IncomingMessage,
  url: URL,
  onReset: () => Promise<void>,
): Promise<HttpAnswer> {
  const pnr = personPath.exec(url.pathname)?.[1]
  if (pnr !== undefined && request.method === 'GET') return person(register, pnr)
  const handler = handlers[`${request.method} ${url.pathname}`]
  if (handler === undefined) return problem('noSuchAddress', 404)
  const bytes = await readBody(request, bodyLimit)
  const read = bytes === null ? null : readJson(bytes)
  if (read === null) return problem('badJson')
  return handler({ register, query: url.searchParams, body: read.body, onReset })
}
