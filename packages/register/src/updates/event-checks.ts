import type { Check } from './checks/check.ts'
import { coupleEvents } from './checks/couple-events.ts'
import { familyEvents } from './checks/family-events.ts'
import { numberEvents } from './checks/number-events.ts'
import { personEvents } from './checks/person-events.ts'
import { residenceEvents } from './checks/residence-events.ts'
import { textEvents } from './checks/text-events.ts'
import { wardEvents } from './checks/ward-events.ts'

/** What each event is refused for, in layers: the next is judged once the one before is clean. */
export const eventChecks: Readonly<Record<string, readonly (readonly Check[])[]>> = {
  ...numberEvents,
  ...residenceEvents,
  ...textEvents,
  ...coupleEvents,
  ...familyEvents,
  ...personEvents,
  ...wardEvents,
}
