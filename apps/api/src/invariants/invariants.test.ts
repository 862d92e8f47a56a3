import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { realHouse } from '../storm/real-house.ts'
import { blow, calm } from '../storm/storm.ts'
import { withWorld } from '../testing/world.ts'
import { checkCase } from './check-case.ts'
import { checkRest } from './check-rest.ts'
import { checkTruth } from './check-truth.ts'
import { checkOverlap } from './check-turns.ts'
import { type CaseReading, readCases } from './read-cases.ts'
import { verifyCases, verifyChain } from './verify-store.ts'
import type { Violation } from './violation.ts'

const storm = { cases: 60, seed: 7, atOnce: 15 }

const world = withWorld()
const db = () => world().deps.db
const truth = () => world().bare.store.applied()

let ids: readonly string[] = []
beforeAll(async () => {
  const house = realHouse(world())
  await world().put('faults', { seed: 1, loseRequest: 0.1, loseReply: 0.2 })
  await blow(house, storm)
  await calm(house, storm.seed)
  ids = (await house.cases()).map(({ id }) => id)
}, 300_000)

class Untampered extends Error {}

/** What is found in the store once it has been tampered with, which is taken back. */
async function tampered(
  with_: RawBuilder<unknown>,
  find: (readings: readonly CaseReading[]) => readonly Violation[] = everyCase,
): Promise<readonly string[]> {
  const found: string[] = []
  const undone = db()
    .transaction()
    .execute(async (trx) => {
      const { numAffectedRows = 0n } = await with_.execute(trx)
      expect(numAffectedRows).toBeGreaterThan(0n)
      const violations = find(await readCases(trx, ids))
      found.push(...violations.map(({ id, says }) => `${id} ${says}`))
      throw new Untampered()
    })
  await expect(undone).rejects.toThrow(Untampered)
  return [...new Set(found.map((line) => line.replaceAll(/\d+\/\d+/gu, 'n/n')))].toSorted()
}

const everyCase = (readings: readonly CaseReading[]) =>
  readings.flatMap((reading) => checkCase(reading))
const nothingLost = new Set<string>()
const againstTruth = (readings: readonly CaseReading[]) =>
  checkTruth(readings, { applied: truth(), lost: nothingLost })

const oneSave = sql`(select id from submissions where state = 'confirmed' order by created_at limit 1)`
const oneCase = sql`(select case_id from submissions where state = 'confirmed' order by created_at limit 1)`

describe('a store that nobody tampered with', () => {
  test('breaks no promise, whatever the register did', async () => {
    const readings = await readCases(db(), ids)
    expect(readings.length).toBeGreaterThan(storm.cases - 1)
    expect(everyCase(readings)).toEqual([])
    expect(againstTruth(readings)).toEqual([])
    expect(checkOverlap(readings)).toEqual([])
    const clock = world().deps.clock
    const at = { real: clock.realNow(), register: clock.registerNow() }
    expect(checkRest(readings, at)).toEqual([])
  })

  test('is gone through page by page and by chance', async () => {
    const found: Violation[] = []
    const onViolation = (violation: Violation) => void found.push(violation)
    const all = await verifyCases(db(), { sample: null, onViolation })
    const some = await verifyCases(db(), { sample: 20, onViolation })
    const { rows, violations } = await verifyChain(db())
    expect([...found, ...violations]).toEqual([])
    expect([all.cases, some.cases]).toEqual([ids.length, 20])
    expect(rows).toBeGreaterThan(all.submissions * 2)
  })
})

describe('a store that was tampered with', () => {
  test('shows a save that was applied twice', async () => {
    const [first, second] = truth()
    const asIfOnce = sql`
      update submissions set (case_id, report) = (select case_id, report from submissions where dialogue = ${first?.dialogue}),
        effect_id = '999/0' where dialogue = ${second?.dialogue}`
    expect(await tampered(asIfOnce, againstTruth)).toContain('I1 report 0 was applied 2 times')
  })

  test('shows an applied save that is denied or forgotten', async () => {
    const denied = sql`update submissions set state = 'refused' where id = ${oneSave}`
    expect(await tampered(denied, againstTruth)).toEqual([
      'I2 save n/n was applied and is said to be refused',
    ])
    const forgotten = sql`delete from submissions where id = ${oneSave}`
    expect((await tampered(forgotten, againstTruth)).join()).toMatch(
      /I2 the register applied a \S+ \(\d+\) that no case/u,
    )
    const sending = sql`update submissions set state = 'sending' where id = ${oneSave}`
    expect(await tampered(sending)).toContain('I2 save n/n is said to be on its way for ever')
  })

  test('shows a confirmation that has no ground', async () => {
    const invented = sql`update submissions set dialogue = 'another' where id = ${oneSave}`
    expect(await tampered(invented, againstTruth)).toContain(
      'I3 save n/n is confirmed and was applied 0 times',
    )
    const unfounded = sql`update submissions set state = 'unsent' where id = ${oneSave}`
    expect(await tampered(unfounded)).toEqual([
      'I3 report 0 is taken for accepted and no save of it is',
    ])
    const unknown = sql`update submissions set report = 7 where id = ${oneSave}`
    expect(await tampered(unknown)).toContain('I3 save n/n is confirmed and the case does not know')
  })

  test('shows a gap, a wrong snapshot and wrong columns', async () => {
    const gap = sql`update journal set seq = seq + 100 where case_id = ${oneCase} and seq = 2`
    expect(await tampered(gap)).toContain('I5 entry 2 of the journal is numbered 3')
    const snapshot = sql`update cases set snapshot = jsonb_set(snapshot, '{context,attempt}', '41') where id = ${oneCase}`
    expect(await tampered(snapshot)).toEqual(['I5 the snapshot is not where the journal leads'])
    const column = sql`update cases set status = 'undone' where id = ${oneCase}`
    expect(await tampered(column)).toEqual(['I5 the columns are not those of the snapshot'])
    const version = sql`update cases set version = version + 1 where id = ${oneCase}`
    expect((await tampered(version)).join()).toMatch(/I5 the version is \d+ after \d+ entries/u)
    const event = sql`update cases set event = 'no-such' where id = ${oneCase}`
    expect(await tampered(event)).toContain('I5 no event "no-such" in the catalogue')
  })

  test('shows a journal that cannot be played or is another', async () => {
    const message = sql`update journal set message = '{"type": "fill", "data": null}' where case_id = ${oneCase} and seq = 2`
    expect((await tampered(message)).length).toBeGreaterThan(0)
    const opening = sql`delete from journal where case_id = ${oneCase} and seq = 1`
    expect(await tampered(opening)).toContain('I5 the journal does not begin with an opening')
    const state = sql`update journal j set status = 'draft' where case_id = ${oneCase}
      and seq = (select max(seq) from journal where case_id = j.case_id)`
    expect(await tampered(state)).toEqual(['I5 the last entry does not say where the case stands'])
  })

  test('shows a queue that is not what the cases await', async () => {
    const reopened = sql`update effects set state = 'open' where case_id = ${oneCase} and type = 'lookUp'`
    expect((await tampered(reopened)).join()).toMatch(/I5 awaits .* queue holds .*lookUp/u)
    const lost = sql`delete from effects where state = 'open'`
    expect((await tampered(lost)).join()).toMatch(/I5 awaits .* the queue holds nothing/u)
  })

  test('shows a save that was not audited as it must', async () => {
    const unaudited = sql`delete from audit_inbox where entry ->> 'action' = 'update.intended' and entry ->> 'case_id' = ${oneCase}`
    await world().deps.db.transaction().execute(unseal)
    expect(await tampered(unaudited)).toContain('I6 save n/n was noted as intended 0 times')
    const unheard = sql`delete from audit_inbox where entry ->> 'action' = 'update.result' and entry ->> 'case_id' = ${oneCase}`
    expect(await tampered(unheard)).toContain('I6 save n/n was noted with its result 0 times')
    const late = sql`with first as (delete from audit_inbox
        where entry ->> 'action' = 'update.intended' and entry ->> 'case_id' = ${oneCase} returning entry)
      insert into audit_inbox (entry) select entry from first`
    expect(await tampered(late)).toContain('I6 save n/n was noted as intended after its result')
  })

  test('shows an answer by somebody who had lost the lease', async () => {
    const taken = sql`update effects set attempts = 2 where type = 'save' and case_id = ${oneCase}`
    expect(await tampered(taken)).toContain('I7 save n/n was taken over and yet answered "saved"')
    const held = sql`update effects set lease_until = now() where state = 'done' and case_id = ${oneCase}`
    expect(await tampered(held)).toContain('I7 effect n/n has ended and is still held')
    const twice = sql`
      update journal j set message = (select message from journal where case_id = j.case_id and message ->> 'type' = 'lookedUp' limit 1)
      where case_id = ${oneCase} and message ->> 'type' = 'validated'`
    expect(await tampered(twice)).toContain('I7 effect n/n was answered 2 times')
    const unasked = sql`update journal set message = jsonb_set(message, '{effect}', '"99/0"')
      where case_id = ${oneCase} and message ->> 'type' = 'saved'`
    expect((await tampered(unasked)).join()).toMatch(/I7 entry \d+ answers what was not asked/u)
  })

  test('shows what was left lying when all was over', async () => {
    const { realNow, registerNow } = world().deps.clock
    const rest = (readings: readonly CaseReading[]) =>
      checkRest(readings, { real: realNow(), register: registerNow() })
    const due = sql`update effects set due_at = '2000-01-01' where state = 'open' and type <> 'waitForTurn'`
    expect((await tampered(due, rest)).join()).toMatch(/I8 nobody carries out/u)
    const stray = sql`update cases set snapshot = jsonb_set(snapshot, '{value,work}', '{"reporting": "saving"}') where id = ${oneCase}`
    expect((await tampered(stray, rest)).join()).toMatch(/I8 left: \S+ in saving/u)
  })

  test('shows what is of another authority', async () => {
    const entry = sql`update journal set authority = '0101' where case_id = ${oneCase} and seq = 2`
    expect(await tampered(entry)).toEqual(['I10 entry 2 is of another authority than the case'])
    const whole = sql`update cases set authority = '0999' where id = ${oneCase}`
    expect((await tampered(whole)).length).toBeGreaterThan(5)
    expect(await tampered(whole, againstTruth)).toContain(
      'I10 it was applied for another authority',
    )
  })

  test('shows two cases that report on one person', async () => {
    const back = sql`
      update cases set snapshot = jsonb_set(snapshot, '{value,work}', '{"reporting": {"reconciling": "settling"}}')
      where id = ${oneCase}`
    expect(await tampered(back)).toContain('I11 it reports on people without their turn')
    const two = sql`
      with doubtful as (update submissions set state = 'inDoubt' where state = 'confirmed')
      update cases set snapshot = jsonb_set(jsonb_set(snapshot, '{value,work}', '{"reporting": "saving"}'),
        '{context,persons}', '[{"role": "person", "pnr": "0101010101"}]')`
    expect((await tampered(two, checkOverlap)).length).toBeGreaterThan(0)
  })
})

/** The chain is of no interest here: its rows go back to where they waited. */
async function unseal(trx: Parameters<RawBuilder<unknown>['execute']>[0]): Promise<void> {
  await sql`alter table audit disable trigger audit_append_only`.execute(trx)
  await sql`insert into audit_inbox (entry)
    select to_jsonb(audit) - 'seq' - 'hash' - 'previous_hash' from audit order by seq`.execute(trx)
  await sql`delete from audit`.execute(trx)
  await sql`alter table audit enable trigger audit_append_only`.execute(trx)
}
