import type { CaseView } from '../case-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { ask, command, draftName, type System } from './system.ts'

/** Cases that the register has brought to a standstill. */

export async function faults({ registerUrl }: System, wanted: object): Promise<void> {
  const order = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  }
  const answer = await fetch(`${registerUrl}/control/faults`, order)
  if (!answer.ok) throw new Error(`the faults were answered ${answer.status}`)
}

/** Several attempts come to nothing first. */
const PATIENCE_MS = 30_000

/** Every conversation about addressing names is ended by the register. */
export const brokenOff = {
  refuse: { service: 'ADRNVN-I', field: '', code: 5405, text: 'Samtalen er afbrudt' },
}

interface NameRow {
  readonly current: boolean
  readonly firstNames: string
  readonly lastName: string
}

/** The surname and the first letter, which the register takes. */
export async function shortNameOf({ registerUrl }: System, pnr: string): Promise<string> {
  const answer = await fetch(`${registerUrl}/control/person/${pnr}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of the control address
  const { rows } = (await answer.json()) as { rows: { name: NameRow[] } }
  const name = rows.name.find(({ current }) => current)
  return `${name?.lastName},${name?.firstNames.charAt(0)}`
}

export async function submitName(system: System, pnr: string): Promise<CaseView> {
  const drafted = await draftName(system, {
    personnummer: pnr,
    addressingName: await shortNameOf(system, pnr),
    startDate: system.clock.today(),
    authority: '0851',
  })
  return command(system, drafted, { type: 'submit' })
}

/** A case that is stuck for as long as the register is like that. */
export async function stuckName(system: System, pnr: string): Promise<CaseView> {
  const { caseId } = await submitName(system, pnr)
  const stuck = await waitFor(async () => {
    const view = await get(system, caseId)
    return view.status === 'stuck' ? view : undefined
  }, PATIENCE_MS)
  if (stuck === undefined) throw new Error('the case did not get stuck')
  return stuck
}

export const get = (system: System, caseId: string): Promise<CaseView> =>
  ask(system, 'cases.get', { caseId })
