import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'

import { findCase, toStoredCase } from '../engine/case-row.ts'
import type { Actor } from '../engine/ports.ts'
import type { World } from '../testing/world.ts'
import type { House } from './house.ts'

const hour = 3_600_000
const longestRest = 120_000

const purpose = 'Tilfældige sager efter anmeldelse'

/** The engine with PostgreSQL, its workers, and the register over HTTP. */
export function realHouse(world: World): House {
  const { engine, deps, bare } = world
  const rest = () => untilQuiet(world)
  return {
    register: bare,
    rest,
    async open({ definition, authority, data }) {
      const actor = actorOf(authority)
      const order = { event: definition.id, data, purpose, actor, idempotencyKey: randomUUID() }
      const stepped = await engine.open(order)
      if (stepped.type === 'refused') throw new Error(stepped.reason)
      return stepped.case.id
    },
    async send(caseId, message) {
      const { authority = '0851' } = (await findCase(deps.db, caseId)) ?? {}
      const actor = actorOf(authority)
      const order = { caseId, message, actor, expectedVersion: null, idempotencyKey: null }
      return (await engine.send(order)).type !== 'refused'
    },
    async cases() {
      const rows = await deps.db.selectFrom('cases').selectAll().orderBy('number').execute()
      return rows.map(toStoredCase)
    },
    async advance(days) {
      await world.advance({ seconds: hour / 1000 })
      await rest()
      if (days === 0) return
      await world.advance({ days })
      await rest()
    },
  }
}

function actorOf(authority: string): Actor {
  return { user: 'senior', name: 'Henrik Madsen', role: 'senior', authority }
}

/** Nothing is under way and nothing is due; whoever waits for a turn looks again by itself. */
async function untilQuiet({ deps }: World): Promise<void> {
  const deadline = performance.now() + longestRest
  let quiet = 0
  while (quiet < 3) {
    if (performance.now() > deadline) throw new Error('the engine does not come to rest')
    const { rows } = await sql<{ busy: boolean }>`
      select exists (
        select from effects where state = 'open' and (lease_until is not null
          or due_at <= case clock when 'real' then now() else ${deps.clock.registerNow()} end)
      ) as busy`.execute(deps.db)
    quiet = rows[0]?.busy === false ? quiet + 1 : 0
    await wait(5)
  }
}
