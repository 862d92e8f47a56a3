import { say, type Text } from '@sagsgang/events'

import type { Reason } from '../errors.ts'

const takesSenior = say('Kræver en sagsbehandler med udvidet adgang', 'Takes a senior caseworker')

const notTheRole = say('Din rolle giver ikke adgang til det', 'Your role does not allow it')

/** Why a role stands in the way, in words for the one who has it. */
export function takesRight(reason: Reason): Text {
  return reason === 'seniorOnly' ? takesSenior : notTheRole
}
