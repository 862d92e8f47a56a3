import { currentRelease } from '@sagsgang/machines'

import { refuse } from '../errors.ts'
import { CaseOfNewerVersion } from './case-of-newer-version.ts'
import { inTodaysForm, type Standing } from './in-todays-form.ts'

export function isReadable({ machineVersion }: Pick<Standing, 'machineVersion'>): boolean {
  return machineVersion <= currentRelease.version
}

/** The same for whoever is asked: a case of a newer version is refused in the words of the api. */
export function readable<T extends Standing>(stored: T): T {
  try {
    return inTodaysForm(currentRelease, stored)
  } catch (error) {
    if (error instanceof CaseOfNewerVersion) throw refuse('caseOfNewerVersion')
    throw error
  }
}
