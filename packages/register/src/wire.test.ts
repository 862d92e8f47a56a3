import { afterAll, beforeAll, expect, test } from 'vitest'

import { play } from './play.ts'
import type { Play } from './play.ts'

/** The register as any client sees it: bytes in, bytes out. */

let register: Play
let elapsed = 0
beforeAll(async () => {
  register = await play({ now: () => Date.UTC(2026, 10, 23, 9) + elapsed })
})
afterAll(() => register.close())

const latin1 = new TextDecoder('iso-8859-1')

async function post(body: string, cookie = '') {
  const answer = await fetch(register.register.url, {
    method: 'POST',
    body: Buffer.from(body, 'latin1'),
    headers: { 'Content-Type': 'text/xml', Cookie: cookie },
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { answer, bytes, text: latin1.decode(bytes) }
}

const wrap = (content: string): string =>
  `<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>
<root xmlns="http://www.cpr.dk"><Gctp v="2.0">${content}</Gctp></root>`

const signOn = (attributes: string) => post(wrap(`<Sik ${attributes}/>`))
const demo = 'function="signon" userid="WTST0001" password="Hemmelig-1"'

async function tokenFor(attributes = demo): Promise<string> {
  const { answer } = await signOn(attributes)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const stamp = (pnr: string): string =>
  wrap(
    `<System r="CprSoeg"><Service r="STAMP"><CprServiceHeader r="STAMP"><Key><Field r="PNR" v="${pnr}"/></Key></CprServiceHeader></Service></System>`,
  )

test('signing on gives a token for two hours', async () => {
  const { answer, text } = await signOn(demo)
  expect(text).toContain('<Kvit r="returKode" t="Signon udført" v="900"/>')
  expect(answer.headers.get('set-cookie')).toMatch(
    /^Token=\S+; Path=\/; Expires=Mon, 23 Nov 2026 11:00:00 GMT/,
  )
})

test('answers are ISO-8859-1 to the last byte', async () => {
  const { answer, bytes, text } = await post(stamp('0709614231'), await tokenFor())
  expect(answer.headers.get('content-type')).toBe('text/xml;charset=ISO-8859-1')
  expect(Number(answer.headers.get('content-length'))).toBe(bytes.length)
  expect(text).toContain('Folmersen,Jørgen')
})

test('a call without a token is answered 901', async () => {
  expect((await post(stamp('0709614231'))).text).toContain('v="901"')
})

test('the cookie may come in capitals and company', async () => {
  const token = (await tokenFor()).replace('Token', 'TOKEN')
  const { text } = await post(stamp('0709614231'), `AlteonP=abc; ${token}`)
  expect(text).toContain('<Kvit r="Ok" t="" v="0"/>')
})

test('a token ends after two hours and at sign-off', async () => {
  const [first, second] = [await tokenFor(), await tokenFor()]
  await post(wrap('<Sik function="signoff" userid="WTST0001"/>'), first)
  expect((await post(stamp('0709614231'), first)).text).toContain('v="901"')
  elapsed += 2 * 60 * 60 * 1000
  expect((await post(stamp('0709614231'), second)).text).toContain('v="901"')
})

test('the older protocol comes bare and goes home wrapped', async () => {
  const bare =
    '<Gctp v="1.0"><System r="CprSoeg"><Service r="STAMP"><CprServiceHeader r="STAMP"><Key><Field r="PNR" v="0709614231"/></Key></CprServiceHeader></Service></System></Gctp>'
  const { text } = await post(bare, await tokenFor())
  expect(text).toContain('xmlns="http://www.cpr.dk"')
  expect(text).toContain('v="1.0"')
  expect(text).toContain('v="0709614231"')
})

test.each([
  ['an unknown user', 'function="signon" userid="NOBODY01" password="x"', '902'],
  ['a wrong password', 'function="signon" userid="WTST0001" password="Forkert-1"', '905'],
  ['a weak new password', `${demo.replace('signon', 'newpass')} newpass1="kort"`, '906'],
  ['a used new password', `${demo.replace('signon', 'newpass')} newpass1="Hemmelig-1"`, '906'],
])('%s is told so', async (_, attributes, code) => {
  expect((await signOn(attributes)).text).toContain(`v="${code}"`)
})

test('a new password takes the place of the old', async () => {
  const change = `${demo.replace('signon', 'newpass')} newpass1="Hemmelig-2"`
  expect((await signOn(change)).text).toContain('v="900"')
  expect((await signOn(demo)).text).toContain('v="905"')
  expect((await signOn(demo.replace('Hemmelig-1', 'Hemmelig-2'))).text).toContain('v="900"')
})

test('a password that was changed ages, and rests a day', async () => {
  const hour = 60 * 60 * 1000
  const second = demo.replace('Hemmelig-1', 'Hemmelig-2')
  const changeTo = (password: string) =>
    signOn(`${second.replace('signon', 'newpass')} newpass1="${password}"`)
  elapsed += 23 * hour
  expect((await changeTo('Hemmelig-3')).text).toContain('v="906"')
  elapsed += 90 * 24 * hour
  expect((await signOn(second)).text).toContain('v="904"')
  expect((await changeTo('Hemmelig-3')).text).toContain('v="900"')
  const third = demo.replace('Hemmelig-1', 'Hemmelig-3')
  elapsed += 90 * 24 * hour - 1
  expect((await signOn(third)).text).toContain('v="900"')
})
