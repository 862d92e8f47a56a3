import { addDays } from '@sagsgang/events'

import type { Teller } from './teller.ts'

/** Each brings one case to where it stays. They touch people whom nobody needs for trying the events by hand. */

const authority = '0851'
const aalborg = { municipalityCode: '0851', moveReason: 'OWN', authority }

interface Scene {
  readonly teller: Teller
  readonly today: string
}

const moveOf = (personnummer: string, moveDate: string, houseNumber: string) => ({
  ...aalborg,
  personnummer,
  moveDate,
  streetCode: '8513',
  houseNumber,
})

const addressingOf = (personnummer: string, addressingName: string, startDate: string) => ({
  personnummer,
  addressingName,
  startDate,
  authority,
})

const weddingOf = (
  [personnummer, spousePersonnummer]: readonly [string, string],
  today: string,
) => ({
  personnummer,
  spousePersonnummer,
  marriageDate: addDays(today, -2),
  marriageAuthority: authority,
  marriageKind: 'CIVIL',
  certificateDate: addDays(today, -30),
  documentation: 'Vielsesprotokol 2026-118',
  authority,
})

export async function draftMove({ teller, today }: Scene): Promise<void> {
  const { houseNumber: _open, ...data } = moveOf('0702614082', today, '')
  const caseId = await teller.open('move', data, 'Flytning anmeldt ved personlig henvendelse')
  await teller.tell(caseId, { type: 'assign', to: 'caseworker' })
}

export async function protectedMove({ teller, today }: Scene): Promise<void> {
  const data = moveOf('0702614147', addDays(today, -1), '031')
  const caseId = await teller.open('move', data, 'Flytning anmeldt på selvbetjeningen')
  await teller.tell(caseId, { type: 'assign', to: 'caseworker' })
  await teller.submitTo(caseId, 'confirming')
}

export async function moveAhead({ teller, today }: Scene): Promise<void> {
  const data = moveOf('0707614226', addDays(today, 20), '063')
  const caseId = await teller.open('move', data, 'Flytning anmeldt tre uger før')
  await teller.submitTo(caseId, 'waiting')
}

export async function movedHome({ teller, today }: Scene): Promise<void> {
  const data = moveOf('0709614347', addDays(today, -3), '019')
  const caseId = await teller.open('move', data, 'Flytning anmeldt på selvbetjeningen')
  await teller.submitTo(caseId, 'completed')
}

/** Married, and the wife's new name is being written: a follow-on that somebody has taken. */
export async function newName({ teller, today }: Scene): Promise<void> {
  const data = weddingOf(['0707614285', '0701614038'], today)
  const caseId = await teller.open('marriage-entry', data, 'Vielse på rådhuset meddelt')
  await teller.submitTo(caseId, 'completed')
  await teller.tell(caseId, { type: 'openFollowOn', followOn: 'name-change@spouse', data: {} })
  await teller.waitUntil(caseId, 'followOns')
}

export async function withdrawnName({ teller, today }: Scene): Promise<void> {
  const data = addressingOf('3012995007', 'Hundrup,Olga', today)
  const caseId = await teller.open('addressing-name', data, 'Ønske om adresseringsnavn modtaget')
  await teller.tell(caseId, { type: 'withdraw', reason: 'Borgeren har fortrudt sit ønske' })
  await teller.waitUntil(caseId, 'withdrawn')
}

export async function undoneName({ teller, today }: Scene): Promise<void> {
  const data = addressingOf('0709614673', 'Kjeldgaard,E', today)
  const caseId = await teller.open('addressing-name', data, 'Ønske om adresseringsnavn modtaget')
  await teller.submitTo(caseId, 'completed')
  await teller.tell(
    caseId,
    { type: 'undo', reason: 'Indberettet på den forkerte person' },
    'senior',
  )
  await teller.waitUntil(caseId, 'undone')
}

/** A wedding with a new name: where undoing the wedding itself is refused, half of it is taken back. */
export async function wedding({ teller, today }: Scene): Promise<string> {
  const data = weddingOf(['0107529039', '0909610036'], today)
  const caseId = await teller.open('marriage-entry', data, 'Vielse på rådhuset meddelt')
  await teller.submitTo(caseId, 'completed')
  const followOn = 'name-change@spouse'
  const name = {
    firstNames: 'Signe',
    lastName: 'Nymark',
    ground: 'WEDDING',
    nameDate: today,
    authority,
  }
  await teller.tell(caseId, { type: 'openFollowOn', followOn, data: name })
  await teller.submitTo(await teller.childOf(caseId, followOn), 'completed')
  await teller.waitUntil(caseId, 'completed')
  return caseId
}

export async function halfUndone({ teller }: Scene, caseId: string): Promise<void> {
  await teller.tell(caseId, { type: 'undo', reason: 'Vielsen er ikke gyldig' }, 'senior')
  await teller.waitUntil(caseId, 'partlyUndone')
}

const broken = [
  ['0307610078', 'Dalsgaard,L'],
  ['0707614234', 'Brogaard,I'],
  ['0709614738', 'Sandvig,A'],
] as const

/** Several with one cause: one is tried before the others. */
export async function stuckNames({ teller, today }: Scene): Promise<void> {
  const caseIds = await Promise.all(
    broken.map(async ([personnummer, name]) => {
      const data = addressingOf(personnummer, name, today)
      const purpose = 'Ønske om adresseringsnavn modtaget'
      const caseId = await teller.open('addressing-name', data, purpose)
      await teller.submitTo(caseId, 'stuck')
      return caseId
    }),
  )
  const [first = ''] = caseIds
  await teller.tell(first, { type: 'assign', to: 'senior' })
}

/** The home was to be left by a day that has passed, and nobody has reported a move. */
export async function overdueOrder({ teller, today }: Scene): Promise<void> {
  const data = {
    personnummer: '0712614455',
    orderDate: addDays(today, -60),
    vacateBy: addDays(today, -2),
    reason: 'NOT-YEAR-ROUND',
    text: 'Sommerhus',
    authority,
  }
  const caseId = await teller.open('relocation-order', data, 'Påbud om fraflytning udstedt')
  await teller.submitTo(caseId, 'stuck')
}

export async function doubtfulName({ teller, today }: Scene): Promise<void> {
  const data = addressingOf('3112000010', 'Sekulin,A', today)
  const caseId = await teller.open('addressing-name', data, 'Ønske om adresseringsnavn modtaget')
  await teller.submitTo(caseId, 'inDoubt')
}
