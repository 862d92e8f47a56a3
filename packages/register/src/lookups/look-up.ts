import { wireTables } from '@sagsgang/events'

import { found, refuse } from './answer.ts'
import type { Answer, LookUp, Question } from './answer.ts'
import { asDescribed } from './as-described.ts'
import { codeTexts } from './code-texts.ts'
import { family } from './family.ts'
import { household } from './household.ts'
import { formerPnr, franchise, overview, start } from './overview.ts'
import { personList, personRows } from './person-rows.ts'
import * as places from './places.ts'
import { readKeys } from './read-keys.ts'
import { searchAddress, searchAddressThen, searchBirthDate, searchName } from './searches.ts'
import { updates } from './updates-of.ts'

const special: Readonly<Record<string, LookUp>> = {
  ADRESSE1: personList('ADRESSE3'),
  NAVNE1: personList('NAVNE3'),
  FAMILIE: family,
  BOPSAML: household,
  AJOURLOG: updates,
  OVERSIGT: overview,
  START: start,
  TIDLPNR: formerPnr,
  VALGRET: franchise,
  KODTEKST: codeTexts,
  ADRSOG1: searchAddress,
  ADRSOG2: searchAddressThen,
  NVNSOG1: searchName,
  NVNSOG2: searchName,
  FODSOG1: searchBirthDate,
  FODSOG2: searchBirthDate,
  VEJSOG1: places.searchRoad,
  VEJ1: places.road,
  VEJNOTAT: places.notesOnRoad,
  VEJHENV: places.referencesOnRoad,
  DISTRIKT: places.districts,
  VEJHJLP: places.helpRoad,
  POSTHJLP: places.helpPostal,
  MYND1: places.authority,
  MYNSOG1: places.searchAuthority,
  MYNHJLP: places.searchAuthority,
}

const listed = new Set(wireTables.map(({ service }) => service.toUpperCase()))

/** Answers one lookup, search or helper; ids are compared without regard to case. */
export function lookUp(question: Question): Answer {
  const service = question.service.toUpperCase()
  const answer = special[service] ?? (listed.has(service) ? personRows : undefined)
  if (answer === undefined) return refuse(15)
  const read = readKeys(service, question.keys)
  if (read.type === 'refused') return read
  const said = answer({ ...question, service, keys: read.keys })
  return said.type === 'found' ? found(asDescribed(service, said.role)) : said
}
