import { describe, expect, test } from 'vitest'

import { fixtures } from '../fixtures.ts'
import type { Read } from '../message.ts'
import { developmentProfile, type ModelledCodes } from '../profile.ts'
import { readReply } from '../read-reply.ts'
import { readRequest } from '../read-request.ts'
import { findReceipt, listReceipts } from '../receipts.ts'
import { writeReply } from '../write-reply.ts'
import { writeRequest } from '../write-request.ts'
import { inventedProfile as profile } from './invented-profile.ts'
import { respell } from './respell.ts'

/** Every message that is known, in the words of a profile that nobody has: it must say the same. */

function messageOf<T>(read: Read<T>): T {
  if (read.type === 'unreadable') throw new Error(`unreadable: ${read.reason}`)
  return read.message
}

const isCode = (name: string): name is keyof ModelledCodes => name in developmentProfile.codes
const names = Object.keys(developmentProfile.codes).filter(isCode)

/** What is expected, with the numbers that the codes have there. */
const renumber = (key: string, value: unknown): unknown => {
  const name = key === 'code' && names.find((one) => developmentProfile.codes[one] === value)
  return name ? profile.codes[name] : value
}
const inCodes = (expected: unknown): unknown => JSON.parse(JSON.stringify(expected, renumber))

describe.each(fixtures)('$name in other words', ({ request, reply, expected }) => {
  const asked = respell(request, developmentProfile, profile)
  const answered = respell(reply, developmentProfile, profile)

  test('is asked and answered as expected', () => {
    expect(messageOf(readRequest(asked, { profile }))).toEqual(expected.request)
    expect(messageOf(readReply(answered, { profile }))).toEqual(inCodes(expected.reply))
  })

  test('is written and read as the same', () => {
    const said = messageOf(readRequest(asked, { profile }))
    expect(messageOf(readRequest(writeRequest(said, profile), { profile }))).toEqual(said)
    const told = messageOf(readReply(answered, { profile }))
    const again = messageOf(readReply(writeReply(told, profile), { profile }))
    expect(again).toEqual({ ...told, unknown: [] })
  })
})

test('most messages are other bytes in it', () => {
  const changed = fixtures.filter(({ request, reply }) =>
    [request, reply].some((bytes) => {
      const same = respell(bytes, developmentProfile, developmentProfile)
      return !Buffer.from(same).equals(respell(bytes, developmentProfile, profile))
    }),
  )
  expect(changed.length).toBeGreaterThan(fixtures.length / 2)
})

test('its codes mean what ours mean', () => {
  expect(listReceipts(profile)).toHaveLength(listReceipts().length)
  for (const name of names) {
    const { code: _, ...meaning } = findReceipt(developmentProfile.codes[name]) ?? { code: 0 }
    expect(findReceipt(profile.codes[name], profile)).toMatchObject(meaning)
  }
})

test('two fields under one name are not read', () => {
  const [own, other] = Object.entries(profile.names.fields)[0] ?? ['', '']
  const text = `<root xmlns="http://www.cpr.dk"><Gctp v="2.0"><System r="CprSoeg"><Service r="STAMP">
    <CprServiceHeader r="STAMP"/><CprData u="ud"><Rolle r="HovedRolle"><Field r="${own}" v="1"/>
    <Field r="${other}" v="2"/></Rolle></CprData><Kvit r="Ok" t="" v="0"/></Service></System></Gctp></root>`
  expect(readReply(Buffer.from(text), { profile })).toEqual({
    type: 'unreadable',
    reason: 'grammar',
  })
})
