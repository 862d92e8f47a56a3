import { platformProfile } from '../soap/soap-profile.ts'
import { envelopeSpace } from '../soap/soap-words.ts'
import { writeSoapFault, writeSoapReply } from '../soap/write-envelope.ts'
import { type BadReply, because, bend, latin1, row } from './bend.ts'
import type { GoodReply } from './good-replies.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const fault = text(writeSoapFault({ kind: 'Client', text: 'no', code: null }, platformProfile))

/** The good reply in the envelope that it belongs in. */
export const envelopeOf = (good: GoodReply): string =>
  text(writeSoapReply(latin1(good.text), platformProfile))

/** Whatever it is, signs and all, as the result of a good envelope. */
export function inEnvelope(said: string): Uint8Array {
  const escaped = said.replaceAll(/[&<>\u0080-\u00FF]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const good = text(writeSoapReply(latin1('x'), platformProfile))
  return latin1(good.replace('>x<', () => `>${escaped}<`))
}

/** What is no answer in an envelope, though a good one stands in it. */
export function listBadEnvelopes(good: GoodReply): readonly BadReply[] {
  return [shells, bodies, results, faults].flatMap((list) => list(good))
}

const ungrammatical = because('grammar')
const body = /<s:Body>[^]*<\/s:Body>/
const answer = /<p:callGCTPCheckServiceResponse[^]*<\/p:callGCTPCheckServiceResponse>/
const result = /<p:result>[^]*<\/p:result>/

function shells(good: GoodReply): readonly BadReply[] {
  const whole = envelopeOf(good)
  const undeclared = bend(whole, /^<\?xml[^>]*\?>\n/, '')
  const must = '<x:a xmlns:x="u" s:mustUnderstand="1"/>'
  return [
    ungrammatical('itself without an envelope', good.text),
    ungrammatical('a page in its place', '<html><body><p>Velkommen</p></body></html>'),
    ungrammatical('the envelope of SOAP 1.2', whole.replace(envelopeSpace, soap12)),
    ungrammatical('an envelope of no namespace', '<Envelope><Body/></Envelope>'),
    ungrammatical('an envelope in an envelope', bend(whole, answer, undeclared)),
    ungrammatical('a text in the envelope', bend(whole, '<s:Body>', 'x<s:Body>')),
    ungrammatical('a header after the body', bend(whole, '</s:Body>', '$&<s:Header/>')),
    ungrammatical('two headers', bend(whole, '<s:Body>', '<s:Header/><s:Header/>$&')),
    ungrammatical(
      'a header that must be understood',
      bend(whole, '<s:Body>', `<s:Header>${must}</s:Header>$&`),
    ),
    because('malformed')('two envelopes', undeclared + undeclared),
    because('malformed')('an envelope cut off', whole.slice(0, -1)),
    because('malformed')('an envelope left open', bend(whole, '</s:Body>', '')),
    row('an envelope of a type', 'dtd', `<!DOCTYPE x>${undeclared}`),
    row('an instruction in the envelope', 'dtd', bend(whole, '<s:Body>', '<?x?>$&')),
    row('a letter of another encoding', 'encoding', bend(whole, '<s:Body>', '<!-- \u00F8 -->$&')),
  ]
}

const soap12 = 'http://www.w3.org/2003/05/soap-envelope'

function bodies(good: GoodReply): readonly BadReply[] {
  const whole = envelopeOf(good)
  return [
    ungrammatical('two bodies', bend(whole, body, '$&$&')),
    ungrammatical('two bodies, one of them empty', bend(whole, body, '<s:Body/>$&')),
    ungrammatical('no body', bend(whole, body, '')),
    ungrammatical('an empty body', bend(whole, answer, '')),
    ungrammatical('a body in the header', bend(whole, body, '<s:Header>$&</s:Header>')),
    ungrammatical('a body of no namespace', whole.replaceAll('s:Body', 'Body')),
    ungrammatical('a text in the body', bend(whole, answer, 'x$&')),
    ungrammatical('two answers', bend(whole, answer, '$&$&')),
    ungrammatical('an answer beside a fault', bend(whole, answer, `$&${faultOf(fault)}`)),
    ungrammatical('an answer to another operation', whole.replaceAll('CheckService', 'Service')),
    ungrammatical(
      'an answer of another namespace',
      bend(whole, platformProfile.space, 'urn:other'),
    ),
    ungrammatical('its answer in a comment', bend(whole, answer, '<!--$&-->')),
  ]
}

function results(good: GoodReply): readonly BadReply[] {
  const whole = envelopeOf(good)
  return [
    ungrammatical('two results', bend(whole, result, '$&$&')),
    ungrammatical('two results, one of them empty', bend(whole, result, '<p:result/>$&')),
    ungrammatical('no result', bend(whole, result, '')),
    ungrammatical('an empty result', bend(whole, result, '<p:result> </p:result>')),
    ungrammatical('a result of no namespace', whole.replaceAll('p:result', 'result')),
    ungrammatical('a result in a result', bend(whole, result, '<p:result>$&</p:result>')),
    ungrammatical('a text beside its result', bend(whole, result, '$&x')),
    ungrammatical(
      'a document that is no text',
      bend(whole, result, `<p:result>${good.text}</p:result>`),
    ),
    ungrammatical('a text beside a document', bend(whole, '</p:result>', '<a/>$&')),
    row(
      'signs that the register does not know',
      'encoding',
      bend(whole, '</p:result>', '&#8364;$&'),
    ),
    row('a reference to NUL', 'controlCharacter', bend(whole, '</p:result>', '&#0;$&')),
  ]
}

const faultOf = (written: string): string => /<s:Fault>[^]*<\/s:Fault>/.exec(written)?.[0] ?? ''
const code = /<faultcode>[^<]*<\/faultcode>/

function faults(): readonly BadReply[] {
  const called = (name: string) => bend(fault, code, `<faultcode>${name}</faultcode>`)
  return [
    ungrammatical('a fault without a code', bend(fault, code, '')),
    ungrammatical('a fault with two codes', bend(fault, code, '$&$&')),
    ungrammatical('a fault without a reason', bend(fault, /<faultstring>.*<\/faultstring>/, '')),
    ungrammatical('a fault of nobody', called('s:Nobody')),
    ungrammatical('a fault of no namespace', called('Client')),
    because('malformed')('a fault of a prefix nobody bound', called('x:Client')),
    ungrammatical('a fault with a qualified code', fault.replaceAll('faultcode', 's:faultcode')),
  ]
}
