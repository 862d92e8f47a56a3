import { emptyView, getDefinition } from '@sagsgang/events'
import type { EventDefinition, Facts, RegisterView } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Clock, EffectRun, StoredCase } from '../engine/ports.ts'
import type { Caller } from '../register-client/register-port.ts'

/** What every effect starts from. */
export interface CaseGround {
  readonly definition: EventDefinition
  readonly facts: Facts
}

/** The case as the rules judge it, with this view and today. */
export function groundOf(stored: StoredCase, view: RegisterView, clock: Clock): CaseGround {
  return {
    definition: getDefinition(stored.event),
    facts: {
      data: stored.snapshot.context.data,
      view,
      today: clock.today(),
      authority: stored.authority,
      viaPrimary: stored.parentId !== null,
    },
  }
}

/** The register is asked for the one who last worked on the case, by the engine. */
export function callerOf(run: Pick<EffectRun, 'case' | 'effect'>): Caller {
  const { authority, editedBy, id, purpose } = run.case
  return {
    actor: { user: editedBy, role: 'system', authority },
    purpose,
    caseId: id,
    effectId: run.effect.id,
  }
}

/** What the register showed before the report; a derived case saw it through the nearest above that looked. */
export async function storedView(
  executor: Kysely<Database>,
  stored: Pick<StoredCase, 'id' | 'parentId'>,
): Promise<RegisterView> {
  const found = await sql<{ view: RegisterView }>`
    with recursive line (id, parent_id, steps) as (
      values (${stored.id}, ${stored.parentId}, 0)
      union all
      select c.id, c.parent_id, line.steps + 1 from cases c join line on c.id = line.parent_id)
    select view from line join case_views on case_id = line.id
    order by steps limit 1`.execute(executor)
  return found.rows[0]?.view ?? emptyView
}
