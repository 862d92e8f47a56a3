import { expect, test } from 'vitest'

import { all, has, inAalborg, isPlain, isSingle } from '../samples/who.ts'
import { settle, type CaseView, type Form } from '../src/api.ts'
import type { Somebody } from '../src/proof/census.ts'
import { useStage } from '../src/stage.ts'
import { reported } from '../src/story.ts'

/** What the register refuses, or our own rules before it, told in plain Danish at the field that it is about. */

const stage = useStage()
const reason = 'Står forkert i anmeldelsen'
const purpose = 'journey: the row that is meant'

async function rowsOf(user: string, { pnr: person }: Somebody, dataType: string) {
  const { register } = stage().as(user).trpc
  return (await register.history.query({ person, dataType, purpose })).rows
}

/** The findings that hold it back, in Danish; nothing is written on anybody who is told of. */
async function refused(
  user: string,
  event: string,
  form: Form & { readonly personnummer: string },
): Promise<readonly (readonly [string, readonly string[], string])[]> {
  const { as, control } = stage()
  const api = as(user)
  const before = await control.person(form.personnummer)
  const { caseId } = await api.open(event, { reason, ...form })
  await api.command(caseId, { type: 'submit' })
  const found = await settle(api, caseId, ['draft'])
  expect(await control.person(form.personnummer)).toEqual(before)
  return errorsOf(found).map(({ rule, fields, message }) => [rule, fields, message.da] as const)
}

const errorsOf = ({ findings }: CaseView) => findings.filter(({ severity }) => severity === 'error')

const isMover = all(isSingle, (one) => one.ever('address').length === 3)

test('nobody undoes a move below a later one', async () => {
  const { find } = stage()
  const person = find(isMover)
  const former = (await rowsOf('senior', person, 'address')).filter(({ current }) => !current)
  const timestamp = former[0]?.timestamp ?? ''
  const [[rule, fields, text] = []] = await refused('senior', 'address.undo-current', {
    personnummer: person.pnr,
    timestamp,
  })
  expect([rule, fields]).toEqual(['address.undo-current.current', ['timestamp']])
  expect(text).toContain('ikke længere den nuværende')
})

test('nobody takes back what somebody built on since', async () => {
  const { find } = stage()
  const wedding = find(all(isPlain, inAalborg, has('separation')))
  const rows = await rowsOf('family-law', wedding, 'civil-status')
  const found = await refused('senior', 'civil-status.undo-current', {
    personnummer: wedding.pnr,
    timestamp: rows.find(({ current }) => current)?.timestamp ?? '',
  })
  expect(found.map(([, fields]) => fields)).toEqual([['timestamp']])
})

test('another authority’s row is left to it', async () => {
  const { find } = stage()
  const person = find(isSingle)
  const rows = await rowsOf('senior', person, 'birth-registration')
  const [[rule, fields, text] = []] = await refused(
    'senior',
    'birth-registration.correct-current',
    {
      personnummer: person.pnr,
      timestamp: rows[0]?.timestamp ?? '',
      birthAuthority: '7002',
    },
  )
  expect([rule, fields]).toEqual(['receipt.5408', ['timestamp']])
  expect(text).toContain('myndighed')
})

test('a former row that overlaps is told at its days', async () => {
  const { find, day } = stage()
  const person = find(isSingle)
  const found = await refused('caseworker', 'citizenship.report-former', {
    personnummer: person.pnr,
    country: '5120',
    startDate: day(-30),
    endDate: day(-10),
  })
  expect(found.map(([rule, fields]) => [rule, fields])).toEqual([
    ['citizenship.report-former.fits', ['startDate', 'endDate']],
  ])
})

test('a row that was undone is proof and no more', async () => {
  const { find, day, as } = stage()
  const person = find(isMover)
  const move = await reported(as('caseworker'), 'move', {
    personnummer: person.pnr,
    moveDate: day(-1),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '056',
    moveReason: 'OWN',
    authority: '0851',
  })
  const senior = as('senior')
  await senior.undo(move.caseId)
  await senior.until(move.caseId, ({ status }) => status === 'undone')
  const marked = (await rowsOf('senior', person, 'address')).find(({ mark }) => mark === 'A')
  expect(marked?.operations.map(({ allowed }) => allowed)).toEqual([false, false])
  const [[rule, fields, text] = []] = await refused('senior', 'address.undo-former', {
    personnummer: person.pnr,
    timestamp: marked?.timestamp ?? '',
  })
  expect([rule, fields]).toEqual(['address.undo-former.marked', ['timestamp']])
  expect(text).toContain('bevis')
})

test('a row that nobody has is not found', async () => {
  const { find } = stage()
  const person = find(isSingle)
  const found = await refused('senior', 'address.undo-current', {
    personnummer: person.pnr,
    timestamp: '19010101120000000001',
  })
  expect(found.map(([rule, fields]) => [rule, fields])).toEqual([
    ['address.undo-current.row', ['timestamp']],
  ])
})

test('what undoes or corrects takes a senior', async () => {
  const { as } = stage()
  const operations = await as('senior').trpc.catalogue.maintenance.query()
  const answers = await Promise.all(
    operations.map(async ({ event, mayOpen }) => {
      const { refusal } = await as('caseworker').raw('cases.open', {
        event,
        data: {},
        purpose,
        idempotencyKey: `senior-${event}`,
      })
      return { event, mayOpen, said: refusal?.reason ?? null }
    }),
  )
  const wrong = answers.filter(({ event, mayOpen, said }) => {
    const expected = event.endsWith('report-former') ? null : 'seniorOnly'
    return mayOpen && said !== expected
  })
  expect(wrong).toEqual([])
})
