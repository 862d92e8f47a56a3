import { addDays, addYears } from '../dates.ts'
import type { Sex } from '../personnummer.ts'
import { currentRow } from '../rows.ts'
import { died } from './couples.ts'
import type { Family } from './families.ts'
import { born, departed, givenHolders, named } from './life.ts'
import { annulled, assigned, closed, purposes } from './numbers.ts'
import { adult } from './oddities.ts'
import {
  bornAged,
  child,
  giveName,
  grown,
  lastName,
  namesFor,
  newHome,
  writeRow,
  yearsAgo,
} from './settler.ts'
import type { Settler } from './settler.ts'

/** People whom the rarer events happen to. */

const someSex = ({ random }: Settler): Sex => (random.chance(0.5) ? 'K' : 'M')

const foreignLines = {
  line1: 'Strandvägen 12',
  line2: 'SE-211 20 Malmö',
  line3: 'Sverige',
  line4: null,
  line5: null,
}

/** A number for tax, pension or another purpose: no home here. */
export const givenNumber: Family = (settler) => {
  const { scribe, random, today } = settler
  const birthDate = bornAged(settler, 20 + random.below(35))
  const sex = someSex(settler)
  const pnr = scribe.freeNumber(birthDate, sex)
  const on = addDays(today, -random.below(300) - 30)
  const names = namesFor(settler, sex, lastName(settler))
  assigned(scribe, { pnr, birthDate, on, names, country: '5180' }, random.pick(purposes))
  return 1
}

/** Born while the mother lived abroad: a number, and no home. */
export const bornAbroad: Family = (settler) => {
  const { scribe, today } = settler
  const mother = grown(settler, { sex: 'K', age: 26, home: newHome(settler) })
  departed(scribe, mother, addDays(today, -28), '5120')
  const birthDate = addDays(today, -20)
  const pnr = scribe.freeNumber(birthDate, someSex(settler))
  born(scribe, { pnr, birthDate, mother })
  givenHolders(scribe, pnr, birthDate, { '00003': mother })
  return 2
}

/** One of two numbers of one person was deleted. */
export const doubleNumber: Family = (settler) => {
  const { scribe, today } = settler
  const valid = adult(settler)
  const birthDate = bornAged(settler, 40)
  const dead = scribe.freeNumber(birthDate, someSex(settler))
  born(scribe, { pnr: dead, birthDate, home: newHome(settler) })
  named(scribe, dead, addDays(birthDate, 20), namesFor(settler, 'K', lastName(settler)))
  closed(scribe, { dead, valid, status: '50', on: addDays(today, -12) })
  return 2
}

/** A birth date was put right, so the number became another. */
export const changedNumber: Family = (settler) => {
  const { scribe, today } = settler
  const valid = adult(settler)
  const birthDate = bornAged(settler, 35)
  const dead = scribe.freeNumber(birthDate, someSex(settler))
  born(scribe, { pnr: dead, birthDate, home: newHome(settler) })
  closed(scribe, { dead, valid, status: '60', on: addDays(today, -14) })
  return 2
}

/** A birth was reported twice and one of the two taken back. */
export const annulledBirth: Family = (settler) => {
  const { scribe, today } = settler
  const birthDate = addDays(today, -25)
  const pnr = scribe.freeNumber(birthDate, someSex(settler))
  born(scribe, { pnr, birthDate, home: newHome(settler) })
  annulled(scribe, pnr, addDays(today, -20))
  return 1
}

/** Votes from abroad. */
export const voterAbroad: Family = (settler) => {
  const { scribe, today } = settler
  const pnr = adult(settler)
  departed(scribe, pnr, addDays(today, -22), '5120')
  const columns = { electionCode: '0001', votingDate: null, country: '5120', ...foreignLines }
  writeRow(settler, pnr, 'EUVALG-I', { entity: 'election', columns, start: addDays(today, -21) })
  return 1
}

/** Reached elsewhere for a time, protected for a year, and noted by the municipality: ends that lie ahead. */
export const reachedElsewhere: Family = (settler) => {
  const { today, municipality } = settler
  const pnr = adult(settler)
  const [start, end] = [addDays(today, -24), addDays(today, 30 + settler.random.below(60))]
  const note = { municipality, noteNumber: '01', noteText: 'Post retur' }
  writeRow(settler, pnr, 'SUPADR-I', {
    entity: 'supplementaryAddress',
    columns: { ...foreignLines, line1: 'Kollegiet', line2: 'Vestre Alle 4', line3: null },
    start,
    end,
  })
  writeRow(settler, pnr, 'KONADR-I', {
    entity: 'contactAddress',
    columns: foreignLines,
    start,
    end,
  })
  writeRow(settler, pnr, 'KOMNOT-I', { entity: 'note', columns: note, start, end })
  const benefit = { municipality, conditionType: '3', conditionCode: '00012', comment: 'Pension' }
  writeRow(settler, pnr, 'KOMFOR-I', { entity: 'municipalCondition', columns: benefit, start })
  for (const protectionType of ['00001', '00002'])
    writeRow(settler, pnr, 'BESKYT-I', {
      entity: 'protection',
      columns: { protectionType },
      start,
      end: addYears(start, 1),
    })
  return 1
}

/** A guardian who has no number is named by text. */
export const wardOfStranger: Family = (settler) => {
  const ward = adult(settler)
  const start = yearsAgo(settler, 1)
  const guardian = {
    guardianRelation: '00002',
    guardianPersonnummer: null,
    guardianName: 'Advokat Bo Lind',
  }
  const columns = { ...guardian, ...foreignLines }
  const kind = settler.random.pick(['6-FULL', '5-FINANCIAL', '7-CO'])
  writeRow(settler, ward, 'UMYND-I', {
    entity: 'guardianship',
    columns: { kind, ...columns },
    start,
  })
  writeRow(settler, ward, 'VAERGE-I', { entity: 'guardian', columns, start })
  return 1
}

/** A child over whom nobody holds authority any longer. */
export const orphan: Family = (settler) => {
  const { scribe, random, today } = settler
  const [home, last] = [newHome(settler), lastName(settler)]
  const mother = grown(settler, { sex: 'K', age: 30 + random.below(10), home, last })
  const pnr = child(settler, { mother, age: 2 + random.below(8), home, last })
  const person = scribe.find(pnr)
  const on = (person && currentRow(person, 'person')?.start) ?? today
  givenHolders(scribe, pnr, on, { '00003': mother })
  giveName(settler, pnr, addDays(on, 20), last)
  died(scribe, mother, addDays(today, -20))
  return 2
}

/** Somebody whose work the register knows. */
export const craftsman: Family = (settler) => {
  const { scribe, today, municipality: authority } = settler
  const pnr = adult(settler)
  const act = {
    on: addDays(today, -20),
    service: 'STILL-I',
    code: 'A34',
    standsFor: 'person',
    authority,
  } as const
  scribe.write(act, (draft) => {
    const person = draft.find(pnr)
    const row = person && currentRow(person, 'person')
    if (row) draft.restore(pnr, { ...row, columns: { ...row.columns, occupation: 'Skrædder' } })
  })
  return 1
}
