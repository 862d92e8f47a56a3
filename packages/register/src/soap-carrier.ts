import {
  developmentAgreement,
  platformProfile,
  readSoapRequest,
  soapContentType,
  writeSoapFault,
  writeSoapReply,
} from '@sagsgang/gctp'
import type { SoapFault, SoapRequest } from '@sagsgang/gctp'

import type { Carrier, Opened } from './gctp-address.ts'
import type { XmlAnswer } from './http.ts'
import type { Register } from './register.ts'

/** Messages in envelopes, as the municipalities' shared platform carries them: an agreement says who calls, and nobody signs on. */
export const soapCarrier: Carrier = {
  open: (register, incoming, bytes) => {
    if (!isAction(incoming.headers['soapaction'])) return refused('no such action')
    const type = incoming.headers['content-type'] ?? null
    const read = readSoapRequest(bytes, type, platformProfile)
    return read.type === 'read' ? openEnvelope(register, read.message) : refused(read.reason)
  },
  dress: ({ bytes }) => inSoap(writeSoapReply(bytes, platformProfile)),
}

const isAction = (stated: string | readonly string[] | undefined): boolean =>
  stated === platformProfile.action || stated === `"${platformProfile.action}"`

function inSoap(bytes: Uint8Array): XmlAnswer {
  return { type: 'xml', bytes, cookie: null, contentType: soapContentType }
}

/** What the caller did wrong; a fault of SOAP 1.1 comes with 500, whosever it is. */
function refused(text: string, code: string | null = null): Opened {
  const fault: SoapFault = { kind: 'Client', text, code }
  return {
    type: 'refused',
    answer: { ...inSoap(writeSoapFault(fault, platformProfile)), status: 500 },
  }
}

/** It is known and logged as a system, not as one of its users. */
function openEnvelope(register: Register, { invocation, document }: SoapRequest): Opened {
  const { bytes, contentType } = document
  const read = register.endpoint.read(bytes, contentType)
  if (read.type === 'unreadable') return refused(read.reason)
  const { request } = read.message
  if (request.type === 'signOn' || request.type === 'signOff')
    return refused('nobody signs on here')
  const { rejectSignOn } = register.faults().faults
  const user = rejectSignOn ? null : userOf(invocation, request.service)
  if (user === null) return refused('no agreement on that', platformProfile.fault.access[0])
  return { type: 'heard', heard: read.message, from: { token: user, user } }
}

/** Who has an agreement on this very service. */
function userOf(invocation: SoapRequest['invocation'], service: string): string | null {
  const { agreement, userSystem, user, service: other, services } = developmentAgreement
  const agreed = { agreement, userSystem, user, service: services[service] ?? other }
  const isAgreed = (['agreement', 'userSystem', 'user', 'service'] as const).every(
    (part) => invocation[part] === agreed[part],
  )
  return isAgreed ? userSystem : null
}
