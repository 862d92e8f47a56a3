import type { FastifyInstance } from 'fastify'

import type { ServerDependencies } from './dependencies.ts'

/** Live: the process answers. Ready: it can also do its work. */
export function addHealth(
  server: FastifyInstance,
  { isReady }: Pick<ServerDependencies, 'isReady'>,
): void {
  server.get('/health/live', () => ({ status: 'live' }))
  server.get('/health/ready', async (_request, reply) => {
    const ready = await isReady()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'notReady' })
  })
}
