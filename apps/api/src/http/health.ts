import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'

import type { ServerDependencies } from './dependencies.ts'

/** Live: the process answers. Ready: it can also do its work. */
export function addHealth(server: FastifyInstance, { db, isReady }: ServerDependencies): void {
  server.get('/health/live', () => ({ status: 'live' }))
  server.get('/health/ready', async (_request, reply) => {
    const answers = await sql`select 1`.execute(db).then(
      () => isReady(),
      () => false,
    )
    return reply.code(answers ? 200 : 503).send({ status: answers ? 'ready' : 'notReady' })
  })
}
