import { createClient } from '@sagsgang/gctp'

import type { Find } from './cast.ts'
import { numbersOfNobody } from './cast.ts'
import type { Census, Somebody } from './census.ts'

/** Numbers that no event takes without a word, some of each kind, for what is tried of every event alike. */
export interface Stock {
  /** Well formed and nobody's. */
  readonly unknown: readonly string[]
  /** Given up or annulled. */
  readonly closed: readonly string[]
  readonly dead: readonly string[]
  readonly sheltered: readonly string[]
  /** Data of theirs wait in the register's own queue. */
  readonly waiting: readonly string[]
}

const each = 3

const isAdult = ({ age, status }: Somebody) => status === '01' && age > 25 && age < 60

/** Of the municipality that most events are reported by: others are none of its business anyway. */
const isNear = (one: Somebody) => one.municipality === '0851' && isAdult(one)

const some = (census: Census, is: (one: Somebody) => boolean): readonly string[] =>
  census.everybody
    .filter(is)
    .slice(0, each)
    .map(({ pnr }) => pnr)

/** Must be taken before anybody else finds their people. */
export async function takeStock(census: Census, find: Find, register: string): Promise<Stock> {
  const waiting = Array.from({ length: each }, () => find(isNear).pnr)
  await moveAhead(register, waiting, census.day(3))
  return {
    unknown: numbersOfNobody(census).slice(0, each),
    closed: some(census, ({ status }) => ['50', '60'].includes(status)),
    dead: some(census, ({ status }) => status === '90'),
    sheltered: some(census, (one) => isNear(one) && one.row('protection') !== undefined),
    waiting,
  }
}

/** Another office left a move in the register's queue: this product never does. */
async function moveAhead(register: string, people: readonly string[], on: string): Promise<void> {
  const url = `${register}/cpr-online-gctp/gctp`
  const client = createClient({ url, user: 'WTST0001', password: 'Hemmelig-1' })
  for (const pnr of people) {
    const data = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '018', HDTO: on, MYNKOD: '0851' }
    const update = { service: 'FLYT-I', keys: { PNR: pnr }, authority: '0851', data, wait: true }
    const begun = await client.initiate(update)
    if (begun.type !== 'accepted') throw new Error(`a move ahead was ${begun.type}`)
    const saved = await client.save(client.prepareSave(begun.dialogue, update))
    if (saved.type !== 'accepted') throw new Error(`a move ahead was ${saved.type}`)
  }
  await client.close()
}
