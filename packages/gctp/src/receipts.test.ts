import { describe, expect, test } from 'vitest'

import { createBareClient } from './client/bare-client.ts'
import type { KnownReceipt, RetryRule } from './known-receipt.ts'
import type { Reply } from './message.ts'
import { developmentProfile } from './profile.ts'
import { findReceipt, listReceipts } from './receipts.ts'

test.each([
  [0, 'done', 'nothing'],
  [40, 'refused', 'corrected'],
  [172, 'refused', 'corrected'],
  [901, 'signOn', 'signedOn'],
  [905, 'signOn', 'accessMended'],
  [903, 'signOn', 'accessMended'],
  [5405, 'lapsed', 'anew'],
  [5406, 'lapsed', 'anew'],
  [5407, 'warning', 'confirmed'],
  [9999, 'fault', 'later'],
])('code %i is known as %s and repeated when %s', (code, type, retry) => {
  expect(findReceipt(code)).toMatchObject({ code, class: type, retry })
})

test('a code nobody documented is not guessed', () => {
  expect(findReceipt(4711)).toBeUndefined()
})

test('every public and every modelled code is there once', () => {
  const numbers = '0 4 5 16 37 40 52 60 89 172 184 900 901 905 4333 4455 4599 5322 5404'.split(' ')
  const all = [...numbers.map(Number), ...Object.values(developmentProfile.codes)]
  expect(new Set(all).size).toBe(all.length)
  const listed = listReceipts().map(({ code }) => code)
  expect(listed).toEqual(all.toSorted((one, other) => one - other))
})

test('another profile moves a modelled code', () => {
  const codes = { ...developmentProfile.codes, lapsed: 8001 }
  const profile = { ...developmentProfile, codes }
  expect(findReceipt(8001, profile)?.class).toBe('lapsed')
  expect(findReceipt(5405, profile)).toBeUndefined()
})

const update = {
  service: 'FLYT-I',
  keys: { PNR: '0709614304' },
  authority: '0851',
  data: { HDTO: '20250228' },
}
const dialogue = { ...update, timestamp: '20250301102211004512' }

/** What the client makes of a receipt, for each kind of call. */
function answersTo({ code, class: type }: KnownReceipt) {
  const outcome = type === 'warning' ? 'warning' : code === 0 ? 'done' : 'error'
  const state = { done: 'saved', warning: 'warned', error: 'faulty' } as const
  const reply = (kind: 'read' | 'update', service: string): Reply => ({
    type: kind,
    service,
    keys: {},
    authority: null,
    state: kind === 'update' ? state[outcome] : null,
    dialogue: dialogue.timestamp,
    actions: [],
    roles: [],
    receipt: { outcome, code, text: '', messages: [] },
    unknown: [],
  })
  const client = createBareClient({
    lookUp: (service) => reply('read', service),
    update: ({ service }) => reply('update', service),
    save: ({ service }) => reply('update', service),
  })
  return {
    lookUp: client.lookUp('STAMP', update.keys).type,
    validate: client.validate(dialogue, update).type,
    save: client.save(dialogue, update).type,
  }
}

/** What the engine does by itself follows from the type of an answer, and no rule promises anything else. */
const done: Readonly<Record<RetryRule, object>> = {
  nothing: { lookUp: 'found', validate: 'accepted', save: 'accepted' },
  corrected: { lookUp: 'refused', validate: 'refused', save: 'refused' },
  confirmed: { lookUp: 'found', validate: 'warned', save: 'warned' },
  anew: { lookUp: 'refused', validate: 'lapsed', save: 'unsent' },
  signedOn: { lookUp: 'failed', validate: 'failed', save: 'unsent' },
  accessMended: { lookUp: 'failed', validate: 'failed', save: 'unsent' },
  later: { lookUp: 'failed', validate: 'failed', save: 'unknown' },
}

describe.each(listReceipts().filter(({ code }) => code !== 900))('code $code', (receipt) => {
  test('is answered as its rule of repeating says', () => {
    expect(answersTo(receipt)).toEqual(done[receipt.retry])
  })

  test('has words of its own in two languages', () => {
    const { text, advice } = receipt
    for (const words of [text, advice]) {
      expect(words.da).not.toBe('')
      expect(words.en).not.toBe(words.da)
    }
    expect(advice.da).not.toBe(text.da)
  })
})
