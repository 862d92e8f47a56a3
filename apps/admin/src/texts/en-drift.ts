import type { daDrift } from './da-drift.ts'
import type { Twin } from './twin.ts'

export const enDrift: Twin<typeof daDrift> = {
  drift: {
    title: 'Drift in CPR’s answers',
    intro:
      'CPR has answered with something that the descriptions lack. No case is stopped by it. Hand it to those who maintain Sagsgang. The samples show the shape, never anybody’s data.',
    none: 'CPR has answered as described.',
    alarm_one:
      'CPR has answered something other than what was asked {{count}} time. The answer was not used. Call the CPR office.',
    alarm_other:
      'CPR has answered something other than what was asked {{count}} times. The answers were not used. Call the CPR office.',
    where: 'Where and what',
    field: 'Field',
    sample: 'Sample',
    count: 'Count',
    first: 'First time',
    last: 'Last time',
    more: 'The latest {{shown}} of {{total}}.',
  },
  receipts: {
    title: 'CPR’s receipt codes',
    intro:
      'A code that is not here is unknown: it is seen under Operations, and cases that meet it in a lookup are a group by themselves under Stuck.',
    code: 'Code',
    meaning: 'Means',
    advice: 'Next step',
    repeated: 'Is it tried again?',
    none: 'No receipt code is called that.',
  },
}
