import { existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

import { sendRefusal } from './refusals.ts'

/** The built pages; every address that is no file is the application's own to show. */
export async function servePages(server: FastifyInstance, directory: string | null): Promise<void> {
  const isBuilt = directory !== null && existsSync(join(directory, 'index.html'))
  if (isBuilt) {
    await server.register(fastifyStatic, {
      root: directory,
      cacheControl: false,
      // The build leaves a compressed twin beside each file.
      preCompressed: true,
      setHeaders: (response, path) => {
        response.header('cache-control', cachingOf(path))
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (isPage && isBuilt && !/^\/(?:trpc|health|assets)(?:\/|$)/.test(request.url)) {
      return reply.sendFile('index.html')
    }
    return sendRefusal(reply, 'procedureUnknown')
  })
}

/** Files under `assets` are named by what is in them; the rest is asked for anew. */
const cachingOf = (path: string) =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
