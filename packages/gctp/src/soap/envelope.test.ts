import { describe, expect, test } from 'vitest'

import { listBadAnswers } from '../bad-replies/answers.ts'
import { latin1 } from '../bad-replies/bend.ts'
import { listBadDocuments } from '../bad-replies/documents.ts'
import { envelopeOf, inEnvelope, listBadEnvelopes } from '../bad-replies/envelopes.ts'
import { goodReplies } from '../bad-replies/good-replies.ts'
import { fixtures } from '../fixtures.ts'
import type { Read, Reply } from '../message.ts'
import { type Expectation, readReply } from '../read-reply.ts'
import { readRequest } from '../read-request.ts'
import { writeReply } from '../write-reply.ts'
import { writeRequest } from '../write-request.ts'
import { readSoapReply, readSoapRequest } from './read-envelope.ts'
import { developmentAgreement, platformProfile, type SoapProfile } from './soap-profile.ts'
import { writeSoapFault, writeSoapReply, writeSoapRequest } from './write-envelope.ts'

const type = 'text/xml; charset=utf-8'

/** The message of an envelope, or why there is none; a fault is none. */
function readThrough(
  bytes: Uint8Array,
  asked: Expectation,
  contentType: string | null,
): Read<Reply> {
  const read = readSoapReply(bytes, contentType, platformProfile)
  if (read.type === 'unreadable') return read
  if (read.message.type === 'fault') return { type: 'unreadable', reason: 'mismatch' }
  const { document } = read.message
  return readReply(document.bytes, { contentType: document.contentType, expect: asked })
}

/** An envelope in other words altogether. */
const renamed: SoapProfile = {
  space: 'urn:x',
  action: 'a',
  request: 'q',
  message: 'm',
  response: 'r',
  result: 'e',
  context: {
    space: 'urn:y',
    element: 'c',
    agreement: 'c1',
    userSystem: 'c2',
    user: 'c3',
    service: 'c4',
  },
  fault: {
    space: 'urn:z',
    element: 'f',
    list: 'l',
    entry: 'n',
    code: 'd',
    text: 't',
    access: ['no'],
  },
}

describe.each([platformProfile, renamed])('in the words of profile %#', (profile) => {
  test('every message comes out as it went in', () => {
    for (const { request, reply } of fixtures) {
      const asked = readRequest(request)
      const answered = readReply(reply)
      if (asked.type === 'unreadable' || answered.type === 'unreadable')
        throw new Error('no fixture')
      const out = writeSoapRequest(writeRequest(asked.message), developmentAgreement, profile)
      const call = readSoapRequest(out, type, profile)
      if (call.type === 'unreadable') throw new Error(call.reason)
      const { bytes, contentType } = call.message.document
      expect(readRequest(bytes, { contentType })).toEqual(asked)
      const back = readSoapReply(
        writeSoapReply(writeReply(answered.message), profile),
        type,
        profile,
      )
      if (back.type === 'unreadable' || back.message.type === 'fault') throw new Error('no answer')
      const plain = { ...answered.message, unknown: [] }
      expect(readReply(back.message.document.bytes)).toEqual({ type: 'read', message: plain })
    }
  })

  test('a call says who calls which service', () => {
    const [fixture] = fixtures
    if (fixture === undefined) throw new Error('no fixture')
    const out = writeSoapRequest(fixture.request, developmentAgreement, profile)
    const { services: _, ...invocation } = developmentAgreement
    expect(readSoapRequest(out, null, profile)).toMatchObject({ message: { invocation } })
  })

  test('a fault says whose it is and why', () => {
    const fault = { kind: 'Client', text: 'ikke Deres <sag>', code: 'no' } as const
    const read = readSoapReply(writeSoapFault(fault, profile), type, profile)
    expect(read).toEqual({ type: 'read', message: { type: 'fault', fault } })
  })
})

describe.each(Object.entries(goodReplies))('in answer to a %s', (_, good) => {
  const whole = envelopeOf(good)
  const { expect: asked } = good

  test.each([
    ['its envelope', latin1(whole)],
    ['other prefixes', latin1(whole.replaceAll(/\bs:/g, 'soap:').replace(':s=', ':soap='))],
    ['no prefix', latin1(whole.replaceAll(/\bp:/g, '').replace('xmlns:p=', 'xmlns='))],
    [
      'a header that nobody must know',
      latin1(whole.replace('<s:Body>', '<s:Header><a/></s:Header>$&')),
    ],
    ['strangers beside its result', latin1(whole.replace('<p:result>', '<p:new>1</p:new>$&'))],
    ['a section', latin1(whole.replace(/(?<=<p:result>)[^<]*/, () => `<![CDATA[${good.text}]]>`))],
    [
      'a declaration in a section',
      latin1(whole.replace(/(?<=<p:result>)[^<]*/, () => section(good.text))),
    ],
    [
      'a declaration of its own',
      inEnvelope(`<?xml version="1.0" encoding="ISO-8859-1"?>${good.text}`),
    ],
    [
      'UTF-16 in its own declaration',
      inEnvelope(`<?xml version="1.0" encoding="UTF-16"?>${good.text}`),
    ],
  ])('a good reply in %s is read', (_name, bytes) => {
    expect(readThrough(bytes, asked, type)).toMatchObject({
      message: { receipt: { outcome: 'done' } },
    })
  })

  test.each(listBadEnvelopes(good))('$name is unreadable for its reason', ({ bytes, reason }) => {
    expect(readThrough(bytes, asked, null)).toEqual({ type: 'unreadable', reason })
  })

  const bad = [...listBadDocuments(good), ...listBadAnswers(good)]
  test.each(bad)('$name is as bad without an envelope', ({ bytes, contentType = null }) => {
    expect(readThrough(bytes, asked, contentType).type).toBe('unreadable')
  })

  test('no cut of it is taken for a reply', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const cut = latin1(whole.slice(0, length))
      expect(readSoapReply(cut, type, platformProfile).type).toBe('unreadable')
    }
  })

  test('no cut of its result is taken for a reply', () => {
    for (let length = 0; length < good.text.trimEnd().length; length += 1)
      expect(readThrough(inEnvelope(good.text.slice(0, length)), asked, type).type).toBe(
        'unreadable',
      )
  })
})

const section = (text: string) =>
  `<![CDATA[<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\n${text}]]>`

test('letters beyond ASCII leave as references alone', () => {
  const document = writeRequest({
    type: 'read',
    service: 'NVNSOG1',
    keys: { EFTERNVN: 'Æbelø ·»' },
  })
  const out = writeSoapRequest(document, developmentAgreement, platformProfile)
  expect(out.every((byte) => byte < 0x80)).toBe(true)
  const read = readSoapRequest(out, 'text/xml;charset=ISO-8859-1', platformProfile)
  expect(read).toEqual({ type: 'unreadable', reason: 'encoding' })
  const own = readSoapRequest(out, type, platformProfile)
  const carried = own.type === 'read' ? readRequest(own.message.document.bytes) : own
  expect(carried).toMatchObject({ message: { keys: { EFTERNVN: 'Æbelø ·»' } } })
})
