import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'

import { signInDemo } from '../access/identities.ts'
import { startSealing } from '../audit/seal.ts'
import { describeError } from '../describe-error.ts'
import { reasons, refusalOf } from '../errors.ts'
import { maskMessage } from '../mask-message.ts'
import type { Context, Services } from '../procedures/context.ts'
import { createJournalFeed } from '../procedures/journal-feed.ts'
import { createRateLimit } from '../procedures/rate-limit.ts'
import { appRouter, type AppRouter } from '../procedures/router.ts'
import { createNameCheck, hostOfOrigin } from './callers.ts'
import type { ServerDependencies } from './dependencies.ts'
import { securityHeaders } from './headers.ts'
import { addHealth } from './health.ts'
import { servePages } from './pages.ts'
import { reasonFor, sendRefusal } from './refusals.ts'

const lookUpsPerMinute = 30
const sealingInterval = 1000

/** The framework's own time-outs are off unless set. */
const limits = {
  bodyLimit: 256 * 1024,
  requestTimeout: 15_000,
  connectionTimeout: 30_000,
  keepAliveTimeout: 20_000,
  trustProxy: false,
  routerOptions: { maxParamLength: 1000 },
  http: { headersTimeout: 10_000, maxHeaderSize: 32 * 1024 },
} as const

/** The api and the pages on one address; listens when told to. */
export async function createServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const services = createServices(dependencies)
  const server = Fastify({
    ...limits,
    logger: false,
    forceCloseConnections: true,
    // An address that cannot even be read: no route and no hook sees it.
    frameworkErrors: (error, _request, reply) =>
      void sendRefusal(reply.headers(securityHeaders), reasonFor(error)),
  })
  const stopSealing = startSealing(dependencies.db, sealingInterval, (error) =>
    dependencies.log.error(describeError(error), 'the audit log was not sealed'),
  )
  server.addHook('preClose', async () => services.journal.stop())
  server.addHook('onClose', stopSealing)
  guard(server, dependencies)
  completeEmptyCalls(server)
  logRequests(server, dependencies)
  addHealth(server, dependencies)
  await server.register(fastifyTRPCPlugin, trpcOptions(services, dependencies))
  await servePages(server, dependencies.adminDirectory)
  return server
}

function createServices(dependencies: ServerDependencies): Services {
  const { db, engine, clock, auditor, register, planner, hints, prices } = dependencies
  const journal = createJournalFeed(db, hints)
  const lookUps = createRateLimit(lookUpsPerMinute, () => clock.realNow())
  return { db, engine, clock, auditor, register, planner, journal, lookUps, prices }
}

/** Who may address this server at all, and what every answer carries. */
function guard(server: FastifyInstance, { host }: ServerDependencies): void {
  const isOurs = createNameCheck(host)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (/^\/(?:trpc|health)/.test(request.url)) reply.header('cache-control', 'no-store')
    const { origin } = request.headers
    if (!isOurs(request.headers.host)) return sendRefusal(reply, 'hostUnknown')
    if (origin !== undefined && !isOurs(hostOfOrigin(origin))) {
      return sendRefusal(reply, 'originUnknown')
    }
  })
}

/** A call without a body asks for nothing in particular, which is said in JSON like everything else. */
function completeEmptyCalls(server: FastifyInstance): void {
  server.addHook('preHandler', async (request) => {
    const isCall = request.method === 'POST' && request.url.startsWith('/trpc/')
    if (!isCall || (request.body != null && request.body !== '')) return
    request.body = 'null'
    request.raw.headers['content-type'] ??= 'application/json'
  })
}

/** The pattern of an address and never the address: that one may hold what somebody typed. */
function logRequests(server: FastifyInstance, { log }: ServerDependencies): void {
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const milliseconds = Math.round(reply.elapsedTime)
    if (reply.statusCode >= 500) {
      log.error(
        { method, route: routeOptions.url, status: reply.statusCode, milliseconds },
        'failed',
      )
    }
  })
  server.setErrorHandler<Error & { code: string; statusCode?: number }>(
    (error, _request, reply) => {
      const reason = reasonFor(error)
      if (reason === 'internal')
        log.error({ name: error.name, stack: maskMessage(error.stack ?? '') }, 'a request broke')
      return sendRefusal(reply, reason)
    },
  )
}

function trpcOptions(
  services: Services,
  { authMode, log }: ServerDependencies,
): FastifyTRPCPluginOptions<AppRouter> & { prefix: string } {
  return {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: 10,
      createContext: ({ req, info }) =>
        createContext(services, authMode, bearerOf(req, info.connectionParams)),
      onError: ({ error, path }) => {
        if (reasons[refusalOf(error).reason] !== 'INTERNAL_SERVER_ERROR') return
        log.error(
          { path, stack: maskMessage(error.cause?.stack ?? error.message) },
          'a procedure broke',
        )
      },
    },
  }
}

/** A stream cannot always carry a header: then the sign-in comes with what it is opened with. */
const bearerOf = (request: FastifyRequest, params: Readonly<Record<string, unknown>> | null) => {
  const given = request.headers.authorization ?? params?.authorization ?? params?.Authorization
  return typeof given === 'string' ? given : undefined
}

function createContext(
  services: Services,
  authMode: ServerDependencies['authMode'],
  bearer: string | undefined,
): Context {
  const signIn = authMode === 'demo' ? signInDemo(bearer) : ({ type: 'notSignedIn' } as const)
  return signIn.type === 'signedIn'
    ? { services, actor: signIn.actor, refusal: undefined }
    : { services, actor: undefined, refusal: signIn.type }
}
