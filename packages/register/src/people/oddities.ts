import { addDays } from '../dates.ts'
import { currentRow } from '../rows.ts'
import { misnamed, separated, married } from './couples.ts'
import type { Family } from './families.ts'
import { departed, disappeared, moved, protectedFrom } from './life.ts'
import { grown, newHome, writeRow, yearsAgo } from './settler.ts'
import type { Settler } from './settler.ts'

/** People who stand for what is seldom. */

export const adult = (settler: Settler, country?: string): string =>
  grown(settler, {
    sex: settler.random.chance(0.5) ? 'K' : 'M',
    age: 25 + settler.random.below(40),
    home: newHome(settler),
    ...(country !== undefined && { country }),
  })

export const guardianAndWard: Family = (settler) => {
  const [guardian, ward] = [adult(settler), adult(settler)]
  const start = yearsAgo(settler, 2)
  const kind = { kind: '6-PART' }
  writeRow(settler, ward, 'UMYND-I', { entity: 'guardianship', columns: kind, start })
  const columns = { guardianRelation: '00001', guardianPersonnummer: guardian, guardianName: null }
  writeRow(settler, ward, 'VAERGE-I', { entity: 'guardian', columns, start })
  return 2
}

export const foreigner: Family = (settler) => {
  const pnr = adult(settler, settler.random.pick(['5120', '5180', '5110', '5104']))
  const alienNumber = String(10_000_000 + settler.random.below(89_999_999))
  const start = addDays(settler.today, -200)
  writeRow(settler, pnr, 'UDLNR-I', { entity: 'alienNumber', columns: { alienNumber }, start })
  return 1
}

export const noFixedAbode: Family = (settler) => {
  const { municipality: municipalityCode, scribe, today } = settler
  const home = { municipalityCode, streetCode: '9901', houseNumber: null }
  moved(scribe, adult(settler), addDays(today, -25), home)
  return 1
}

export const missing: Family = (settler) => {
  disappeared(settler.scribe, adult(settler), addDays(settler.today, -20))
  return 1
}

export const emigrant: Family = (settler) => {
  const country = settler.random.pick(['5120', '5110', '5180'])
  departed(settler.scribe, adult(settler), addDays(settler.today, -15), country)
  return 1
}

export const protectedPerson: Family = (settler) => {
  protectedFrom(settler.scribe, adult(settler), addDays(settler.today, -90))
  return 1
}

/** One person with former and marked rows, and with every kind of row that the others lack. */
export const fullHistory: Family = (settler) => {
  const { scribe, today } = settler
  const pnr = adult(settler)
  misnamed(scribe, pnr, addDays(today, -25), 'Fejlskrevet')
  const lines = {
    line1: 'c/o Kontoret',
    line2: 'Havnevej 3',
    line3: null,
    line4: null,
    line5: null,
  }
  const start = addDays(today, -24)
  const end = addDays(today, -3)
  const condition = {
    municipality: settler.municipality,
    conditionType: '1',
    conditionCode: '00012',
    comment: null,
  }
  const note = { municipality: settler.municipality, noteNumber: '01', noteText: 'Post retur' }
  writeRow(settler, pnr, 'SUPADR-I', { entity: 'supplementaryAddress', columns: lines, start, end })
  writeRow(settler, pnr, 'KONADR-I', { entity: 'contactAddress', columns: lines, start })
  writeRow(settler, pnr, 'KOMFOR-I', { entity: 'municipalCondition', columns: condition, start })
  writeRow(settler, pnr, 'KOMNOT-I', { entity: 'note', columns: note, start })
  writeRow(settler, pnr, 'STATB-I', { entity: 'citizenship', columns: { country: '5120' }, start })
  const danish = { entity: 'citizenship', columns: { country: '5100' }, start: end } as const
  writeRow(settler, pnr, 'STATB-I', danish)
  writeRow(settler, pnr, 'FKIRKE-I', {
    entity: 'church',
    columns: { churchRelation: 'U' },
    start: end,
  })
  const election = { electionCode: '0002', votingDate: end }
  writeRow(settler, pnr, 'EUVALG-I', { entity: 'election', columns: election, start: end })
  return 1
}

/** A person who went abroad, came back, was lost and found again, and whose separation ended. */
export const returned: Family = (settler) => {
  const { scribe, today } = settler
  const [pnr, spouse] = [adult(settler), adult(settler)]
  married(scribe, [pnr, spouse], addDays(today, -29))
  separated(scribe, [pnr, spouse], addDays(today, -28))
  ended(settler, [pnr, spouse], { entity: 'separation', on: addDays(today, -27), code: 'P36' })
  departed(scribe, pnr, addDays(today, -26), '5110')
  ended(settler, [pnr], { entity: 'migration', on: addDays(today, -20), code: 'A04' })
  moved(scribe, pnr, addDays(today, -20), newHome(settler))
  disappeared(scribe, pnr, addDays(today, -15))
  ended(settler, [pnr], { entity: 'disappearance', on: addDays(today, -10), code: 'A03' })
  moved(scribe, pnr, addDays(today, -10), newHome(settler))
  return 2
}

interface Ending {
  readonly entity: 'separation' | 'migration' | 'disappearance'
  readonly on: string
  readonly code: string
}

function ended(settler: Settler, people: readonly string[], ending: Ending): void {
  const { on, code, entity } = ending
  const act = { on, code, service: 'Z-I', standsFor: entity, authority: settler.municipality }
  settler.scribe.write(act, (draft) => {
    for (const pnr of people) {
      const person = draft.find(pnr)
      const row = person && currentRow(person, entity)
      if (row) draft.change(pnr, row, { end: on })
    }
  })
}

/** Has to be out of the home by a day to come. */
export const ordered: Family = (settler) => {
  const start = addDays(settler.today, -40)
  const columns = { vacateBy: addDays(settler.today, 60), reason: '1', text: 'Ulovlig beboelse' }
  writeRow(settler, adult(settler), 'FLYTPB-I', { entity: 'relocationOrder', columns, start })
  return 1
}
