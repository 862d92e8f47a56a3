import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import type { FastifyError, FastifyReply } from 'fastify'

import { refuse, reasons, type Reason } from '../errors.ts'

/** What goes wrong before a procedure is reached is told in the shape that the procedures tell it in. */
export function sendRefusal(reply: FastifyReply, reason: Reason): FastifyReply {
  const code = reasons[reason]
  const httpStatus = getHTTPStatusCodeFromError(refuse(reason))
  const error = {
    message: reason,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus, reason },
  }
  return reply.code(httpStatus).type('application/json').send({ error })
}

const byCode: Readonly<Record<string, Reason>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bodyTypeUnknown',
}

/** The word for an error of the server's own; a client's mistake that has no word is a malformed request. */
export function reasonFor(error: Pick<FastifyError, 'code' | 'statusCode'>): Reason {
  const isTheirs = error.statusCode !== undefined && error.statusCode < 500
  return byCode[error.code] ?? (isTheirs ? 'bodyMalformed' : 'internal')
}
