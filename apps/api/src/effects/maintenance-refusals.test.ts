import { emptyView, getDefinition } from '@sagsgang/events'
import type { CaseData, Entity } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { readRows } from '../register-client/read-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import { birthData, moveData } from '../testing/forms.ts'
import { actorNamed, arrive, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { receiptFindings } from './receipt-findings.ts'
import { updateOf } from './update-of.ts'

const world = withWorld()
const person = '0909610036'

const callerAs = (user: string): Caller => ({
  actor: actorNamed(user),
  purpose: 'Prøver registrets svar',
  caseId: null,
  effectId: null,
})

interface Wanted {
  readonly pnr?: string
  readonly entity: Entity
  readonly mark?: 'A'
}

/** The time stamp of the newest row that is so. */
async function stampOf({ pnr = person, entity, mark }: Wanted): Promise<string> {
  const looked = await readRows(world().deps.port, callerAs('senior'), {
    people: [pnr],
    entities: [entity],
  })
  if (looked.type !== 'read') throw new Error(looked.reason)
  const found = looked.view.people[pnr]?.rows.find(
    (row) => row.entity === entity && row.mark === (mark ?? null),
  )
  if (!found) throw new Error(`no ${entity}`)
  return found.timestamp
}

interface Asked {
  readonly operation: string
  readonly data: CaseData
  readonly user?: string
}

/** What the register itself says of it: the engine's own rules are left out. */
async function refusedAs({ operation, data, user = 'senior' }: Asked) {
  const { port, clock } = world().deps
  const caller = callerAs(user)
  const definition = getDefinition(operation)
  const facts = {
    data: { personnummer: person, reason: 'Fundet ved eftersyn', ...data },
    view: emptyView,
    today: clock.today(),
    authority: caller.actor.authority,
    viaPrimary: false,
  }
  const update = updateOf({ definition, facts }, 0)
  const opened = await port.initiate(caller, update)
  if (opened.type === 'refused') return receiptFindings(definition, opened.receipt)
  if (opened.type === 'failed') throw new Error(opened.reason)
  const judged = await port.validate(caller, opened.dialogue, update)
  if (judged.type === 'failed' || judged.type === 'accepted') throw new Error(judged.type)
  return receiptFindings(definition, judged.receipt)
}

beforeAll(async () => {
  const today = world().deps.clock.today()
  const move = await openCase(world(), 'move', moveData(person, today))
  await submitTo(world(), move, 'completed', 'followOns')
  await tell(world(), move, { type: 'undo', reason: 'Flyttede ikke' })
  await arrive(world(), move, 'undone')
})

const address = { municipalityCode: '0851', streetCode: '8511', houseNumber: '021' }

interface Refusal {
  readonly operation: string
  readonly row?: Wanted
  readonly data?: CaseData
  readonly user?: string
  readonly fields: readonly string[]
  readonly da: string
  readonly en: string
}

test.each<Refusal>([
  {
    operation: 'address.undo-current',
    data: { timestamp: '20200101000000000001' },
    fields: ['timestamp'],
    da: 'Rækken findes ikke: vælg den i personens historik igen',
    en: 'There is no such row: choose it in the person’s history again',
  },
  {
    operation: 'address.undo-current',
    row: { entity: 'address', mark: 'A' },
    fields: ['timestamp'],
    da: 'Rækken er allerede markeret: den er rettet eller fortrudt; vælg den række, der gælder',
    en: 'The row is marked already: it was corrected or undone; choose the row that stands',
  },
  {
    operation: 'address.correct-current',
    row: { entity: 'address' },
    data: address,
    user: 'other',
    fields: ['timestamp'],
    da: 'En anden myndighed dokumenterer rækken: bed den myndighed om at rette eller fortryde den',
    en: 'Another authority documents the row: ask that authority to correct or undo it',
  },
  {
    operation: 'citizenship.undo-current',
    row: { entity: 'citizenship' },
    user: 'cpr-office',
    fields: ['timestamp'],
    da: 'Der er ingen tidligere række: personen kan ikke stå uden; ret rækken i stedet',
    en: 'There is no former row: the person cannot be without one; correct the row instead',
  },
  {
    operation: 'address.report-former',
    data: { ...address, startDate: '19990101', endDate: '20000101' },
    fields: ['startDate'],
    da: 'Perioden overlapper en anden: vælg datoer mellem naborækkerne, eller ret dem først',
    en: 'The period overlaps another: choose dates between the neighbouring rows, or correct those first',
  },
  {
    operation: 'address.report-former',
    data: { ...address, startDate: '20000101', endDate: '19990101' },
    fields: ['endDate'],
    da: 'Rækken slutter, før den begynder: slutdatoen skal ligge efter startdatoen',
    en: 'The row ends before it begins: the end date must lie after the start date',
  },
  {
    operation: 'church.undo-current',
    row: { entity: 'church' },
    user: 'election-office',
    fields: [],
    da: 'Myndigheden har ikke adgang til servicen: bed en myndighed, der fører den slags oplysninger',
    en: 'The authority may not use the service: ask an authority that keeps that kind of data',
  },
])('$operation is refused in plain words: $da', async (refusal) => {
  const { operation, row, data = {}, user, fields, da, en } = refusal
  const keyed = row === undefined ? data : { ...data, timestamp: await stampOf(row) }
  const findings = await refusedAs({ operation, data: keyed, ...(user !== undefined && { user }) })
  expect(findings).toMatchObject([{ severity: 'error', fields, message: { da, en } }])
})

test('a number that bears more than its birth is not annulled', async () => {
  const today = world().deps.clock.today()
  const birth = await openCase(world(), 'birth', birthData('1306814172', today), 'parish')
  const born = await submitTo(world(), birth, 'followOns')
  const child = born.snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const names = { firstNames: 'Ida', lastName: 'Dalsgaard', namingKind: 'NAMING' }
  const data = { personnummer: child, namingDate: today, applicants: [child], authority: '7001' }
  const naming = await openCase(world(), 'naming', { ...names, ...data }, 'parish')
  await submitTo(world(), naming, 'completed')
  const timestamp = await stampOf({ pnr: child, entity: 'person' })
  const undo = { personnummer: child, timestamp }
  const operation = 'personnummer.undo-current'
  expect(await refusedAs({ operation, data: undo, user: 'parish' })).toMatchObject([
    {
      rule: 'receipt.5408',
      fields: ['timestamp'],
      message: {
        da: 'Der findes en nyere række: fortryd den først, eller ret denne i stedet',
        en: 'There is a newer row: undo that first, or correct this one instead',
      },
    },
  ])
})
