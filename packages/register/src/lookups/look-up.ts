import { wireTables } from '@sagsgang/events'
import { findService } from '@sagsgang/gctp'
import type { Fields } from '@sagsgang/gctp'

import { found, refuse } from './answer.ts'
import type { Answer, LookUp, Question } from './answer.ts'
import { codeTexts } from './code-texts.ts'
import { family } from './family.ts'
import { formerPnr, franchise, overview, start } from './overview.ts'
import { personList, personRows } from './person-rows.ts'
import * as places from './places.ts'
import {
  household,
  searchAddress,
  searchAddressThen,
  searchBirthDate,
  searchName,
  searchRoad,
  updates,
} from './searches.ts'
import { withEmptyFields } from './with-empty-fields.ts'

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
  VEJSOG1: searchRoad,
  VEJ1: places.road,
  VEJNOTAT: places.nothingOnRoad,
  VEJHENV: places.nothingOnRoad,
  DISTRIKT: places.districts,
  VEJHJLP: places.helpRoad,
  POSTHJLP: places.helpPostal,
  MYND1: places.authority,
  MYNSOG1: places.searchAuthority,
  MYNHJLP: places.searchAuthority,
}

const listed = new Set(wireTables.map(({ service }) => service.toUpperCase()))

/** Every list takes these. */
const listKeys = ['MAXA', 'AIA', 'REST', 'AKX']

/** A key that the service does not know, or a number of rows that is none. */
function keyFault(service: string, keys: Fields): Answer | null {
  const known = findService(service)?.keys.map(({ code }) => code) ?? []
  const unknown = Object.keys(keys).find((code) => ![...listKeys, ...known].includes(code))
  if (unknown !== undefined) return refuse(16, unknown)
  return /^\d{0,4}\s*$/.test(keys['MAXA'] ?? '') ? null : refuse(37, 'MAXA')
}

/** Answers one lookup, search or helper; ids are compared without regard to case. */
export function lookUp(question: Question): Answer {
  const service = question.service.toUpperCase()
  const answer = special[service] ?? (listed.has(service) ? personRows : undefined)
  if (answer === undefined) return refuse(15)
  const said = keyFault(service, question.keys) ?? answer({ ...question, service })
  return said.type === 'found' ? found(withEmptyFields(service, said.role)) : said
}
