import {
  emptyView,
  mergeViews,
  personQuery,
  queriesFor,
  readsFor,
  servicesShowing,
  viewFromAnswers,
} from '@sagsgang/events'
import type {
  Answered,
  CaseData,
  Entity,
  EventDefinition,
  Query,
  RegisterView,
} from '@sagsgang/events'
import { publicCodes, type LookUpAnswer } from '@sagsgang/gctp'

import type { Caller, RegisterPort } from './register-port.ts'
import { notRead } from './trouble.ts'
import type { NotRead } from './trouble.ts'

export type Looked = { readonly type: 'read'; readonly view: RegisterView } | NotRead

/** Receipts that say: no such person. Anything else that is refused, and does not say that there are none, is a fault. */
const nobody: ReadonlySet<number> = new Set([publicCodes.notInRegister, publicCodes.malformedPnr])

/** The part of the register that is only looked at. */
type Reading = Pick<RegisterPort, 'lookUpAll' | 'today'>

/** Rounds of lookups: a family is found by its members, and no event looks further than this. */
const rounds = 6

export async function readQueries(
  port: Reading,
  caller: Caller,
  queries: readonly Query[],
): Promise<Looked> {
  const answered = await readAnswers(port, caller, queries)
  if (answered.type !== 'read') return answered
  return { type: 'read', view: viewFromAnswers(answered.answers, port.today()) }
}

/** The same, as it was answered: several looks at the same people are put together by whoever asked. */
export async function readAnswers(
  port: Reading,
  caller: Caller,
  queries: readonly Query[],
): Promise<{ readonly type: 'read'; readonly answers: readonly Answered[] } | NotRead> {
  const answers = await lookUpWhole(port, caller, queries)
  const trouble = answers.map(notFound).find((answer) => answer !== null)
  if (trouble) return trouble
  const about = queries.map((query, index) => ({ query, roles: rolesOf(answers[index]) }))
  return { type: 'read', answers: about }
}

/** Long lists come in parts: the rest is fetched until there is none. */
async function lookUpWhole(
  port: Reading,
  caller: Caller,
  queries: readonly Query[],
): Promise<readonly LookUpAnswer[]> {
  const answers = await port.lookUpAll(caller, queries)
  const cut = queries.flatMap((query, index) => {
    const answer = answers[index]
    if (answer?.type !== 'found' || answer.rest === null) return []
    return [{ index, answer, query: { ...query, keys: { ...query.keys, REST: answer.rest } } }]
  })
  if (cut.length === 0) return answers
  const rests = await lookUpWhole(
    port,
    caller,
    cut.map(({ query }) => query),
  )
  const whole = [...answers]
  for (const [position, { index, answer }] of cut.entries()) {
    const rest = rests[position]
    if (rest === undefined) continue
    whole[index] =
      rest.type === 'found' ? { ...rest, roles: [...answer.roles, ...rest.roles] } : rest
  }
  return whole
}

function rolesOf(answer: LookUpAnswer | undefined) {
  return answer?.type === 'found' ? answer.roles : null
}

function notFound(answer: LookUpAnswer): NotRead | null {
  if (answer.type === 'failed') return notRead(answer.reason)
  if (answer.type === 'refused' && !answer.isEmpty && !nobody.has(answer.receipt.code))
    return { type: 'notRead', reason: `receipt ${answer.receipt.code}`, again: 'never' }
  return null
}

/** Everyone and everything that the rules of an event look at, as the register shows it now. */
export async function readView(
  port: Reading,
  caller: Caller,
  of: { readonly definition: EventDefinition; readonly data: CaseData },
): Promise<Looked> {
  let view = emptyView
  for (let round = 0; round < rounds; round++) {
    const queries = queriesFor(of.definition, readsFor(of.definition, of.data, view))
    if (queries.length === 0) break
    const looked = await readQueries(port, caller, queries)
    if (looked.type !== 'read') return looked
    view = mergeViews(view, looked.view)
  }
  return { type: 'read', view }
}

interface RowsWanted {
  readonly people: readonly string[]
  readonly entities: readonly Entity[]
  /** Those that must be seen, where several services show parts of one row. */
  readonly columns?: readonly string[]
}

/** The lookups that show these rows of these people, former and marked ones too. */
export function rowQueries({ people, entities, columns = [] }: RowsWanted): readonly Query[] {
  const showing = entities.flatMap((entity) => servicesShowing(entity, columns))
  const services = [...new Set(['STAM', ...showing])]
  return [...new Set(people)].flatMap((subject) =>
    services.map((service) => personQuery(service, subject)),
  )
}

/** The rows as the register shows them now. */
export function readRows(port: Reading, caller: Caller, of: RowsWanted): Promise<Looked> {
  return readQueries(port, caller, rowQueries(of))
}
