import { wireTables } from '@sagsgang/events'

import { refuse } from './answer.ts'
import type { Answer, LookUp, Question } from './answer.ts'
import { family } from './family.ts'
import { personList, personRows } from './person-rows.ts'
import * as places from './places.ts'
import {
  household,
  searchAddress,
  searchBirthDate,
  searchName,
  searchRoad,
  updates,
} from './searches.ts'

const special: Readonly<Record<string, LookUp>> = {
  ADRESSE1: personList('ADRESSE3'),
  NAVNE1: personList('NAVNE3'),
  FAMILIE: family,
  BOPSAML: household,
  AJOURLOG: updates,
  ADRSOG1: searchAddress,
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

/** Answers one lookup, search or helper; ids are compared without regard to case. */
export function lookUp(question: Question): Answer {
  const service = question.service.toUpperCase()
  const own = special[service]
  if (own !== undefined) return own({ ...question, service })
  return listed.has(service) ? personRows({ ...question, service }) : refuse(15)
}
