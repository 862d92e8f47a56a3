import type { Control, Listed } from './control.ts'
import { currentRow } from './control.ts'

/** People of the generated population and the data of events about them, as a caseworker would enter them. */

const page = 'status=01&civilStatus=U&limit=500'

async function unmarriedAdults(control: Control): Promise<readonly Listed[]> {
  const people = await control.people(page)
  const eighteen = await control.day(-19 * 366)
  return people.filter(
    ({ municipality, birthDate }) => municipality === '0851' && birthDate < eighteen,
  )
}

/** A man and a woman without a parent, child or sibling in common. */
export async function unmarriedPair(
  control: Control,
  skip = 0,
): Promise<readonly [string, string]> {
  const adults = await unmarriedAdults(control)
  const unrelated: string[] = []
  for (const { pnr } of adults) {
    const { rows } = await control.person(pnr)
    const kin = (rows['kinship'] ?? []).filter(({ current }) => current)
    const plain = kin.length === 0 && (rows['protection'] ?? []).length === 0
    if (plain) unrelated.push(pnr)
    if (unrelated.length === skip * 2 + 2) break
  }
  const [one, two] = unrelated.slice(skip * 2)
  if (one === undefined || two === undefined) throw new Error('too few unmarried adults in 0851')
  return [one, two]
}

export async function marriageData(control: Control, [person, spouse]: readonly [string, string]) {
  return {
    personnummer: person,
    spousePersonnummer: spouse,
    marriageDate: await control.day(-1),
    marriageAuthority: '0851',
    marriageKind: 'CIVIL',
    certificateDate: await control.day(-20),
    documentation: 'Vielsesbog 2026-17',
    authority: '0851',
  }
}

/** The person's own first names with a new surname. */
export async function nameChangeData(control: Control, pnr: string) {
  const firstNames = currentRow(await control.person(pnr), 'name')?.['firstNames']
  if (typeof firstNames !== 'string') throw new Error('a person without a name')
  return {
    personnummer: pnr,
    nameDate: await control.day(-1),
    firstNames,
    lastName: 'Prøvestrup',
    ground: 'WEDDING',
    feePaid: true,
    authority: '0851',
  }
}

export async function birthData(control: Control, mother: string, sex: 'M' | 'K' = 'K') {
  return {
    motherPersonnummer: mother,
    birthDate: await control.day(-2),
    sex,
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 2026-4',
    authority: '7001',
  }
}

export async function deathData(control: Control, pnr: string) {
  return {
    personnummer: pnr,
    deathDate: await control.day(-1),
    deathKind: 'CERTIFICATE',
    documentation: 'Dødsattest 2026-9',
    authority: '0851',
  }
}

export async function moveData(control: Control, pnr: string, offset: number) {
  return {
    personnummer: pnr,
    moveDate: await control.day(offset),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '042',
    moveReason: 'OWN',
    authority: '0851',
  }
}
