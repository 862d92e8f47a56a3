import { settle, type Api, type CaseView, type Form } from '../api.ts'
import type { Control } from '../control.ts'
import { expectSame, Unproven } from './outcome.ts'
import type { Cast } from './sample.ts'

/** A report that is held back: by a finding of its own, or by the register's refusal. */
export interface Attempt {
  readonly event: string
  readonly by: string
  readonly form: Form
  /** Full ids that must be found. */
  readonly raises: readonly string[]
  /** Full ids that may be found too; anything may where it is null. */
  readonly besides: readonly string[] | null
  readonly receipt?: string
}

export interface Tried {
  readonly raised: readonly string[]
  /** Every rule was judged: what is not raised has passed. */
  readonly isJudged: boolean
}

export async function playTrial(
  { as, control }: { readonly as: (user: string) => Api; readonly control: Control },
  cast: Cast,
  attempt: Attempt,
): Promise<Tried> {
  const before = await rowsOf(control, cast)
  const found = await submitted(as(attempt.by), attempt)
  const raised = found.findings.map(({ rule }) => rule)
  const missing = attempt.raises.filter((rule) => !raised.includes(rule))
  if (missing.length > 0) {
    throw new Unproven(`not found: ${missing.join(' ')}; found: ${raised.join(' ')}`)
  }
  const { raises, besides } = attempt
  if (besides !== null) {
    const surplus = raised.filter((rule) => !raises.includes(rule) && !besides.includes(rule))
    expectSame('finds', surplus, [])
  }
  if ((await rowsOf(control, cast)) !== before) throw new Unproven('something was written')
  return { raised, isJudged: found.status === 'confirming' || attempt.receipt !== undefined }
}

const held = ['draft', 'confirming']

async function submitted(api: Api, { event, form, receipt }: Attempt): Promise<CaseView> {
  const { caseId } = await api.open(event, form)
  await api.command(caseId, { type: 'submit' })
  if (receipt !== undefined) return settle(api, caseId, ['draft'])
  const found = await api.until(caseId, ({ status }) => status !== 'checking')
  if (held.includes(found.status)) return found
  const rules = found.findings.map(({ rule }) => rule)
  throw new Unproven(`not held back but ${found.status}; found: ${rules.join(' ')}`)
}

async function rowsOf(control: Control, cast: Cast): Promise<string> {
  const people = await Promise.all(cast.people().map(({ pnr }) => control.person(pnr)))
  return JSON.stringify(people)
}
