import {
  createClient,
  createSoapPoster,
  developmentAgreement,
  platformProfile,
  soapContentType,
} from '@sagsgang/gctp'
import type { Client, SoapAgreement, Update } from '@sagsgang/gctp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { noFaults } from './faults.ts'
import { play } from './play.ts'
import type { Play } from './play.ts'

/** The register as it is reached in SOAP. */

let register: Play
const clients: Client[] = []
beforeAll(async () => {
  register = await play()
})
beforeEach(async () => {
  await register.control('PUT', '/control/faults', noFaults)
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})
afterAll(() => register.close())

function clientOf(agreement: SoapAgreement = developmentAgreement): Client {
  const url = register.register.soapUrl
  const client = createClient({
    url,
    user: '',
    password: '',
    poster: createSoapPoster({ url, agreement }),
  })
  clients.push(client)
  return client
}

const lars = '0707614293'
const rename = (EFTERNVN: string): Update => ({
  service: 'NAVNA-I',
  keys: { PNR: lars },
  authority: '7001',
  data: { FORNVN: 'Lars', EFTERNVN },
})

/** Through a whole conversation; faults beset the save alone. */
async function report(update: Update, faults: object = {}) {
  const client = clientOf()
  const begun = await client.initiate(update)
  if (begun.type !== 'accepted') throw new Error(`initiation was ${begun.type}`)
  const checked = await client.validate(begun.dialogue, update)
  if (checked.type !== 'accepted') throw new Error(`validation was ${checked.type}`)
  await register.control('PUT', '/control/faults', { ...noFaults, ...faults })
  return client.save(client.prepareSave(begun.dialogue, update))
}

const ask = (agreement?: SoapAgreement) => clientOf(agreement).lookUp('STAMP', { PNR: lars })
const applied = async () => (await register.applied()).length

test('an update is reported and read, signed on by nobody', async () => {
  expect(await report(rename('Sørensen'))).toMatchObject({ type: 'accepted' })
  const last = (await register.applied()).at(-1)
  expect(last).toMatchObject({ service: 'NAVNA-I', user: developmentAgreement.userSystem })
  expect(JSON.stringify(await ask())).toContain('Sørensen,Lars')
})

test('a save whose answer is lost was carried out', async () => {
  const before = await applied()
  expect(await report(rename('Bæk'), { loseReply: 1 })).toEqual({
    type: 'unknown',
    reason: 'transport',
  })
  expect(await applied()).toBe(before + 1)
})

test('an envelope cut in half answers nothing', async () => {
  const answer = await report(rename('Ager'), { truncateReply: 1 })
  expect(answer).toEqual({ type: 'unknown', reason: 'unreadable' })
})

test('a request that is lost was never there', async () => {
  const before = await applied()
  expect((await report(rename('Skov'), { loseRequest: 1 })).type).toBe('unknown')
  expect(await applied()).toBe(before)
})

test.each(['agreement', 'userSystem', 'user', 'service'] as const)(
  'who names another %s is turned away unheard',
  async (part) => {
    const other = crypto.randomUUID()
    const own = { ...developmentAgreement, [part]: other }
    const stranger = part === 'service' ? { ...own, services: { STAMP: other } } : own
    expect(await ask(stranger)).toEqual({ type: 'failed', reason: 'signOnRefused' })
  },
)

test('a service must be called by its own name', async () => {
  expect(await ask({ ...developmentAgreement, services: {} })).toMatchObject({ type: 'failed' })
  expect(await ask()).toMatchObject({ type: 'found' })
})

test('whose agreement is stopped has saved nothing', async () => {
  const before = await applied()
  const answer = await report(rename('Lund'), { rejectSignOn: true })
  expect(answer).toEqual({ type: 'unsent', reason: 'signOnRefused' })
  expect(await applied()).toBe(before)
})

test('a closed register is closed here too', async () => {
  await register.control('PUT', '/control/faults', { ...noFaults, closed: true })
  expect(await ask()).toEqual({ type: 'failed', reason: 'closed' })
})

test('a conversation does not go on over another carrier', async () => {
  const begun = await clientOf().initiate(rename('Holt'))
  if (begun.type !== 'accepted') throw new Error(`initiation was ${begun.type}`)
  const answer = await register.client.validate(begun.dialogue, rename('Holt'))
  expect(answer).toMatchObject({ type: 'lapsed' })
})

const right = { 'Content-Type': soapContentType, SOAPAction: `"${platformProfile.action}"` }

test.each([
  ['no envelope', '<root/>', right],
  ['nothing', '', right],
  ['another action', '<root/>', { ...right, SOAPAction: '"urn:other"' }],
])('%s is a fault of the caller, with 500', async (_, body, headers) => {
  const answer = await fetch(register.register.soapUrl, { method: 'POST', body, headers })
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('<faultcode>s:Client</faultcode>')
})

test('at the address of SOAP things are only posted', async () => {
  expect((await fetch(register.register.soapUrl)).status).toBe(405)
})
