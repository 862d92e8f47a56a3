import type { Command } from '@sagsgang/machines'
import type { BareRegister } from '@sagsgang/register'

import type { StoredCase } from '../engine/ports.ts'
import type { Form } from './forms.ts'

/** Where a storm blows: an engine with its register. */
export interface House {
  readonly register: BareRegister
  open(form: Form): Promise<string>
  /** False where the case does not take it. */
  send(caseId: string, command: Command): Promise<boolean>
  /** Every case there is, as it stands. */
  cases(): Promise<readonly StoredCase[]>
  /** Until nothing moves but by a person or by time. */
  rest(): Promise<void>
  advance(days: number): Promise<void>
}
