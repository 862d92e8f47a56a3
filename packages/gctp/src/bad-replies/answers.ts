import { type BadReply, because, bend, grown, person, receipt, receipted, row } from './bend.ts'
import { type GoodReply, undeclared } from './good-replies.ts'

/** Good XML, or none, that answers nothing we asked. */
export function listBadAnswers(good: GoodReply): readonly BadReply[] {
  return [receipts, echoes, parts, strangers].flatMap((list) => list(good))
}

const service = /<Service r=[^]*<\/Service>/
const header = /<CprServiceHeader\b[^>]*(?:\/>|>[^]*<\/CprServiceHeader>)/

const badReceipt = because('receipt')

function receipts({ text }: GoodReply): readonly BadReply[] {
  const moved = (to: string) => bend(receipted(text, ''), to, receipt + to)
  return [
    badReceipt('no receipt', receipted(text, '')),
    badReceipt('two receipts', grown(text, receipt)),
    badReceipt('a receipt beside its refusal', grown(text, '<Kvit r="Fejl" t="x" v="172"/>')),
    badReceipt('a second receipt in the data', bend(text, person, `$&${receipt}`)),
    badReceipt('a second receipt in an unknown part', grown(text, `<Nyt>${receipt}</Nyt>`)),
    badReceipt('its only receipt in the data', moved('</Rolle>')),
    badReceipt('its only receipt beside the service', moved('</System>')),
    badReceipt('its only receipt beside the system', moved('</Gctp>')),
    badReceipt('its only receipt in a comment', receipted(text, `<!--${receipt}-->`)),
    badReceipt('a receipt without a code', receipted(text, '<Kvit r="Ok" t=""/>')),
    badReceipt('a receipt with a strange code', receipted(text, '<Kvit r="Ok" t="" v="0x0"/>')),
    badReceipt('a receipt with a code below zero', receipted(text, '<Kvit r="Ok" t="" v="-0"/>')),
    badReceipt('a receipt without a word', receipted(text, '<Kvit t="" v="0"/>')),
    badReceipt('a receipt of an unknown word', receipted(text, '<Kvit r="Fint" t="" v="0"/>')),
    badReceipt('good news with a bad code', receipted(text, '<Kvit r="Ok" t="" v="172"/>')),
    badReceipt('bad news with a good code', receipted(text, '<Kvit r="Fejl" t="" v="0"/>')),
    badReceipt('two services', bend(text, service, '$&$&')),
    badReceipt('two systems', bend(text, /<System[^]*<\/System>/, '$&$&')),
  ]
}

const foreign = because('mismatch')

function echoes({ text, expect }: GoodReply): readonly BadReply[] {
  const named = expect.service ?? ''
  const system = expect.type === 'read' ? ['CprSoeg', 'CprAjour'] : ['CprAjour', 'CprSoeg']
  const list = [
    foreign('another person', text.replaceAll(/(?<=<Field r="PNR" v=")\d{10}/g, '0709614231')),
    foreign('another service', text.replaceAll(`r="${named}"`, 'r="VIELS-I"')),
    foreign(
      'a header of another service',
      bend(text, `<Service r="${named}">`, '<Service r="STAM">'),
    ),
    foreign('another kind of call', bend(text, system[0] ?? '', system[1] ?? '')),
    foreign('a sign-on that succeeded', undeclared('signon-done')),
  ]
  if (expect.dialogue === undefined) return list
  const other = expect.dialogue.replace(/.$/, '3')
  return [
    ...list,
    foreign('another conversation', bend(text, expect.dialogue, other)),
    foreign('no conversation', bend(text, / ts="\d{20}"/, '')),
  ]
}

const headerOf = (inside: string) => `<CprServiceHeader>${inside}</CprServiceHeader>`
const ungrammatical = because('grammar')

function parts({ text }: GoodReply): readonly BadReply[] {
  return [
    ungrammatical('one field twice', bend(text, person, '$&$&')),
    ungrammatical(
      'one field with two values',
      bend(text, person, '$&<Field r="PNR" v="0101010001"/>'),
    ),
    ungrammatical('its header twice', bend(text, header, '$&$&')),
    ungrammatical('its data twice', bend(text, /<CprData[^]*<\/CprData>/, '$&$&')),
    ungrammatical('one role twice', bend(text, /<Rolle[^]*<\/Rolle>/, '$&$&')),
    ungrammatical('one block twice', bend(text, /<Rolle[^>]*>/, '$&<Praes r="A"/><Praes r="A"/>')),
    ungrammatical('one key twice', bend(text, header, headerOf('<Key/><Key/>'))),
    ungrammatical('a sign-on beside the answer', bend(text, '</System>', '$&<Sik/>')),
    ungrammatical('no header', bend(text, header, '')),
    ungrammatical('a text among its fields', bend(text, person, 'x$&')),
    ungrammatical('a field without a code', bend(text, person, '$&<Field v="1"/>')),
    ungrammatical('another namespace', bend(text, 'http://www.cpr.dk', 'http://www.cpr.example')),
    ungrammatical('no namespace', bend(text, ' xmlns="http://www.cpr.dk"', '')),
    ungrammatical('an unknown version', bend(text, 'v="2.0"', 'v="3.0"')),
  ]
}

/** What other servers say. */
function strangers(): readonly BadReply[] {
  return [
    row('nothing at all', 'empty', ''),
    row('nothing but blanks', 'empty', ' \r\n'),
    row('nothing but a declaration', 'empty', '<?xml version="1.0"?>\n'),
    row('a plain text', 'malformed', 'OK'),
    row('JSON', 'malformed', '{"Kvit":{"r":"Ok","v":"0"}}'),
    row('a page of HTML', 'receipt', '<html><body><p>Velkommen</p></body></html>'),
    row('a page of HTML with a type', 'dtd', '<!DOCTYPE html><html><body>Velkommen</body></html>'),
    row('a page of HTML as browsers like it', 'malformed', '<html><br><p>Velkommen</html>'),
  ]
}
