import type { CaseData } from '@sagsgang/events'
import { sql } from 'kysely'

import { waitFor } from '../procedures/wait-for.ts'
import { birthData } from './forms.ts'
import { openCase, submitTo, tell } from './story.ts'
import type { World } from './world.ts'

const mother = '1306814172'
const parish = 'parish'

/** A change of name with ten follow-ons: five children take the name, and each needs an addressing name. */
interface RenamedFamily {
  readonly caseId: string
  readonly people: readonly string[]
}

/** A mother whose five children take her new name, which is too long for their letters. */
export async function renameFamily(world: World): Promise<RenamedFamily> {
  const children: string[] = []
  for (const firstNames of ['Ida', 'Signe', 'Karen', 'Johanne', 'Ellen'])
    children.push(await bornAndNamed(world, firstNames))
  const today = world.deps.clock.today()
  const name = { nameDate: today, ground: 'APPLICATION', feePaid: true, authority: '7001' }
  const own = { ...name, personnummer: mother, firstNames: 'Mette', lastName: 'Prøvestrup' }
  const change = await openCase(world, 'name-change', own, parish)
  await submitTo(world, change, 'completed')
  for (const child of children) {
    const firstNames = 'Ida Karoline Emilie Frederikke Signe'
    const data = { ...name, personnummer: child, firstNames, lastName: 'Prøvestrup' }
    await followed(world, change, {
      followOn: 'name-change@children-under-18',
      person: child,
      data,
    })
  }
  return { caseId: change, people: [mother, ...children] }
}

async function bornAndNamed(world: World, firstNames: string): Promise<string> {
  const today = world.deps.clock.today()
  const birth = await openCase(world, 'birth', birthData(mother, today), parish)
  const { snapshot } = await submitTo(world, birth, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const data = {
    firstNames,
    lastName: 'Dalsgaard',
    namingDate: today,
    namingKind: 'NAMING',
    applicants: [mother],
    authority: '7001',
  }
  await followed(world, birth, { followOn: 'naming@child', person: child, data })
  return child
}

interface Followed {
  readonly followOn: string
  readonly person: string
  readonly data: CaseData
}

async function followed(world: World, caseId: string, order: Followed): Promise<void> {
  const { id } = await openedFor(world, caseId, order)
  const { snapshot } = await submitTo(world, id, 'completed', 'followOns')
  const addressing = 'addressing-name@person'
  if (snapshot.context.followOns[addressing]?.required !== true) return
  const data = {
    personnummer: order.person,
    addressingName: 'Prøvestrup,Ida',
    startDate: world.deps.clock.today(),
    authority: '7001',
  }
  const { id: addressed } = await openedFor(world, id, {
    followOn: addressing,
    person: order.person,
    data,
  })
  await submitTo(world, addressed, 'completed')
}

/** The case that was opened for this very person, once it is there. */
async function openedFor(world: World, caseId: string, { followOn, person, data }: Followed) {
  await tell(world, caseId, { type: 'openFollowOn', followOn, person, data }, parish)
  const opened = await waitFor(() => findOpened(world, caseId, { followOn, person }), 8000)
  if (!opened) throw new Error(`${followOn} was not opened`)
  return opened
}

function findOpened(
  { deps: { db } }: World,
  caseId: string,
  { followOn, person }: Pick<Followed, 'followOn' | 'person'>,
) {
  return db
    .selectFrom('cases')
    .select('id')
    .where('parent_id', '=', caseId)
    .where('follow_on', '=', followOn)
    .where(sql`snapshot #>> '{context,data,personnummer}'`, '=', person)
    .executeTakeFirst()
}
