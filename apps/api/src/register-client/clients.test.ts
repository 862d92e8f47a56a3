import {
  createClient,
  type Posted,
  type Poster,
  readRequest,
  type Reply,
  writeReply,
} from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { createClients } from './clients.ts'

const emptyReply: Reply = {
  type: 'signOn',
  service: '',
  keys: {},
  authority: null,
  state: null,
  dialogue: null,
  actions: [],
  roles: [],
  receipt: { outcome: 'done', code: 0, text: '', messages: [] },
  unknown: [],
}

const answered = (reply: Reply, cookies: readonly string[] = []): Posted => {
  const bytes = writeReply(reply)
  return { type: 'answered', status: 200, contentType: null, cookies, bytes }
}

/** A register that gives each user a token of their name, and notes under which one it was called. */
function createDoor() {
  const heard: string[] = []
  let stamp = 0
  const poster: Poster = {
    close: () => {},
    post: async ({ bytes, cookie }) => {
      const read = readRequest(bytes)
      if (read.type !== 'read') throw new Error('the client wrote nonsense')
      const { message } = read
      if (message.type === 'signOn') {
        const receipt = { ...emptyReply.receipt, code: 900 }
        return answered({ ...emptyReply, receipt }, [`Token=${message.user}`])
      }
      if (message.type === 'signOff') throw new Error('nobody signs off')
      const { type, service, keys } = message
      if (type === 'read') {
        heard.push(`look ${cookie}`)
        return answered({ ...emptyReply, type, service, keys })
      }
      stamp += 1
      const dialogue = message.dialogue ?? String(stamp).padStart(20, '0')
      heard.push(`${message.action ?? 'initiate'} ${cookie}`)
      const state = message.action === 'save' ? 'saved' : 'initiated'
      return answered({ ...emptyReply, type, service, keys, dialogue, state })
    },
  }
  const clientOf = (user: string) => createClient({ url: '', user, password: 'Hemmelig-1', poster })
  return { heard, clientOf }
}

const actor = (user: string) => ({ user, role: 'caseworker', authority: '0851' })
const update = {
  service: 'FLYT-I',
  keys: { PNR: '0709614304' },
  authority: '0851',
  data: { HDTO: '20250228' },
}

test('each looks under their own name, the rest as one', async () => {
  const { heard, clientOf } = createDoor()
  const karen = clientOf('WKAREN01')
  const clients = createClients(clientOf('WALL0001'), ({ user }) =>
    user === 'karen' ? karen : null,
  )
  for (const user of ['karen', 'ole', 'karen'])
    await clients.of(actor(user)).lookUp('STAM', { PNR: '0709614304' })
  expect(heard).toEqual(['look Token=WKAREN01', 'look Token=WALL0001', 'look Token=WKAREN01'])
})

test('a conversation is ended by whoever began it', async () => {
  const { heard, clientOf } = createDoor()
  const karen = clientOf('WKAREN01')
  const clients = createClients(clientOf('WALL0001'), ({ user }) =>
    user === 'karen' ? karen : null,
  )
  const begun = await clients.initiate(actor('karen'), update, {})
  if (begun.type !== 'accepted') throw new Error(begun.type)
  const { dialogue } = begun
  await clients.inDialogue(dialogue, actor('ole')).validate(dialogue, update)
  const client = clients.inDialogue(dialogue, null)
  expect((await client.save(client.prepareSave(dialogue, update))).type).toBe('accepted')
  expect(heard).toEqual(
    ['initiate', 'validate', 'save'].map((action) => `${action} Token=WKAREN01`),
  )
})
