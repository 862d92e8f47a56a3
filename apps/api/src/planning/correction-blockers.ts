import { say } from '@sagsgang/events'
import type { Text } from '@sagsgang/events'

import type { Obstacle } from './blockers.ts'

function quoted(labels: readonly Text[], language: keyof Text): string {
  return labels.map((label) => (language === 'da' ? `»${label.da}«` : `"${label.en}"`)).join(', ')
}

/** Fields of one event that stand in different rows; which belong together is said. */
export function severalRows(groups: readonly (readonly Text[])[]): Obstacle {
  const together = (language: keyof Text) =>
    groups.map((labels) => quoted(labels, language)).join(' · ')
  return {
    id: 'several-rows',
    severity: 'error',
    text: say(
      `Én rettelse retter én række, og felterne står i hver sin: ${together('da')}`,
      `One correction corrects one row, and the fields stand in different ones: ${together('en')}`,
    ),
    freedBy: say(
      'Ret dem i hver sin omgang; felter, der står sammen her, rettes sammen',
      'Correct them one at a time; fields listed together here are corrected together',
    ),
  }
}

/** The service takes a value and no emptiness. */
export function staysFilled(label: Text): Obstacle {
  return {
    id: 'stays-filled',
    severity: 'error',
    text: say(
      `»${label.da}« kan ikke tømmes ved en rettelse: CPR beholder det, der står`,
      `"${label.en}" cannot be emptied by a correction: the register keeps what stands`,
    ),
    freedBy: say(
      'Angiv en anden værdi, eller fortryd hændelsen og indberet den på ny',
      'Give another value, or undo the event and report it anew',
    ),
  }
}

/** Each of a household has rows of their own. */
export const othersReported: Obstacle = {
  id: 'others-reported',
  severity: 'warning',
  text: say(
    'Sagen er indberettet for flere: rettelsen gælder kun den første person',
    'The case was reported for several: the correction is of the first person alone',
  ),
  freedBy: say(
    'Ret de andres rækker hver for sig fra deres historik',
    'Correct the rows of the others one by one from their history',
  ),
}

/** A correction is itself a row put right: there is no form of an event to put right. */
export const isMaintenance: Obstacle = {
  id: 'maintenance-itself',
  severity: 'error',
  text: say(
    'Sagen vedligeholder en række: rækken selv rettes i personens historik',
    'The case maintains a row: the row itself is corrected in the person’s history',
  ),
  freedBy: say(
    'Find rækken i personens historik, og vælg en rettelse der',
    'Find the row in the person’s history and choose a correction there',
  ),
}
