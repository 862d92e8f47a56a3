import { readSoapReply, type SoapReply } from '../soap/read-envelope.ts'
import type { SoapAgreement, SoapProfile } from '../soap/soap-profile.ts'
import { platformProfile } from '../soap/soap-profile.ts'
import { type FaultKind, soapContentType, type SoapFault } from '../soap/soap-words.ts'
import { writeSoapRequest } from '../soap/write-envelope.ts'
import type { FailureReason } from './contract.ts'
import { createPoster, type Posted, type Poster, type RegisterTls } from './post.ts'

export interface SoapPosterOptions {
  readonly url: string
  readonly agreement: SoapAgreement
  readonly profile?: SoapProfile
  /** For one call as a whole, from connecting to the last byte. */
  readonly deadlineMs?: number
  /** Our certificate among it: it is what the other side knows us by. */
  readonly tls?: RegisterTls | undefined
}

const defaultDeadlineMs = 30_000

/** Carries each message in an envelope of SOAP 1.1 and hands on what came back in one, or why nothing did. */
export function createSoapPoster(options: SoapPosterOptions): Poster {
  const { url, agreement, profile = platformProfile, tls } = options
  const plain = createPoster(url, options.deadlineMs ?? defaultDeadlineMs, tls, {
    'Content-Type': soapContentType,
    SOAPAction: `"${profile.action}"`,
  })
  return {
    vouchesFor: agreement.userSystem,
    wrap: (document, service) => {
      const own = Object.hasOwn(agreement.services, service) ? agreement.services[service] : null
      return writeSoapRequest(
        document,
        { ...agreement, service: own ?? agreement.service },
        profile,
      )
    },
    post: async (post) => open(await plain.post(post), profile),
    close: () => plain.close(),
  }
}

type Answered = Extract<Posted, { type: 'answered' }>

/** SOAP 1.1 answers with 200, and with 500 where it has nothing but a fault to say. */
function open(posted: Posted, profile: SoapProfile): Posted {
  if (posted.type !== 'answered') return posted
  const { status, bytes, contentType } = posted
  if (status !== 200 && status !== 500) return posted
  const read = readSoapReply(bytes, contentType, profile)
  if (read.type === 'unreadable') {
    return status === 500
      ? posted
      : { type: 'broken', reason: 'unreadable', bytes, unreadable: read.reason }
  }
  return said(read.message, posted, profile)
}

function said(reply: SoapReply, posted: Answered, profile: SoapProfile): Posted {
  if (reply.type === 'fault') return { ...toFailure(reply.fault, profile), bytes: posted.bytes }
  // An answer with the status of a fault is neither.
  return posted.status === 200 ? { ...posted, ...reply.document } : posted
}

type Failure = Pick<Exclude<Posted, Answered>, 'type' | 'reason'>

/** Nothing was carried out where SOAP itself says so, or the platform turned us away at its door; else who knows. */
function toFailure({ kind, code }: SoapFault, { fault }: SoapProfile): Failure {
  if (code !== null && fault.access.includes(code)) {
    return { type: 'notSent', reason: 'signOnRefused' }
  }
  return failures[kind]
}

const failures: Readonly<Record<FaultKind, Failure & { readonly reason: FailureReason }>> = {
  VersionMismatch: { type: 'notSent', reason: 'contract' },
  MustUnderstand: { type: 'notSent', reason: 'contract' },
  // The same again would be refused again.
  Client: { type: 'broken', reason: 'contract' },
  Server: { type: 'broken', reason: 'transport' },
}
