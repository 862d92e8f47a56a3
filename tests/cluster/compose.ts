import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'
import { z } from 'zod'

/** What we use of the compose format, and nothing else: a word that is misspelt is an error here. */

const texts = z.array(z.string())
const settings = z.record(z.string(), z.string())
const mount = z.strictObject({ source: z.string(), target: z.string() })
const conditions = z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
const limits = z.strictObject({ cpus: z.string(), memory: z.string().regex(/^\d+[mg]$/u) })
const duration = z.string().regex(/^\d+s$/u)

const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }),
  restart: z.literal('unless-stopped'),
  init: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  logging: z.strictObject({ driver: z.string(), options: settings }),
  networks: z.union([texts, z.record(z.string(), z.strictObject({ aliases: texts.optional() }))]),
  environment: settings,
  volumes: texts.default([]),
  secrets: z.array(z.union([z.string(), mount])).default([]),
  ports: texts.default([]),
  depends_on: z.union([texts, conditions]).default([]),
  deploy: z.strictObject({ resources: z.strictObject({ limits }) }),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')]).rest(z.string()),
      interval: duration,
      timeout: duration,
      retries: z.number(),
      start_period: duration.optional(),
    })
    .optional(),
  read_only: z.boolean().optional(),
  tmpfs: texts.optional(),
  stop_grace_period: duration.optional(),
  shm_size: z.string().optional(),
})

const declared = z.record(z.string(), z.strictObject({ internal: z.boolean().optional() }))

const composition = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: declared,
  volumes: declared,
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
})

export type Composition = z.infer<typeof composition>
export type Service = z.infer<typeof service>

export const deployment = join(import.meta.dirname, '../../deploy')

export function readComposition(): Composition {
  return composition.parse(parse(readDeployed('compose.yaml'), { merge: true }))
}

export const readDeployed = (file: string): string => readFileSync(join(deployment, file), 'utf8')

export const secretsOf = ({ secrets }: Service): readonly string[] =>
  secrets.map((secret) => (typeof secret === 'string' ? secret : secret.source))

export const networksOf = ({ networks }: Service): readonly string[] =>
  Array.isArray(networks) ? networks : Object.keys(networks)

export const dependenciesOf = ({ depends_on: on }: Service): readonly string[] =>
  Array.isArray(on) ? on : Object.keys(on)
