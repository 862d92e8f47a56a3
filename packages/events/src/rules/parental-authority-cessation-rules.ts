import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { fmtDate, notBeforeRow } from './date-rules.ts'
import { isMinorLeftAlone, isOfHolder } from './parental-authority-conditions.ts'
import { personRules } from './person-rules.ts'
import { evenDead } from './person-statuses.ts'
import { activeRow } from './row-rules.ts'

const child = say('barnet', 'the child')
const endDate = { field: 'endDate', what: say('ophørsdatoen', 'the end date') } as const

const notTheLast: RuleSpec<'holderRelation'> = {
  id: 'not-last',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['holderRelation'],
  message: say(
    'Barnet er under 18 og ugift og står uden indehaver af forældremyndigheden: en værge er nødvendig',
    'The child is under 18 and unmarried and is left without a holder of parental authority: a guardian is needed',
  ),
  isRaised: isMinorLeftAlone,
}

export const parentalAuthorityCessationRules = [
  ...personRules({ field: 'personnummer', who: child, statuses: evenDead }),
  activeRow({
    field: 'personnummer',
    who: child,
    entity: 'parentalAuthority',
    row: say('forældremyndighed med denne relation', 'parental authority of this relation'),
    isMeant: isOfHolder,
  }),
  fmtDate(endDate),
  notTheLast,
  notBeforeRow(endDate, {
    id: 'order2',
    person: 'personnummer',
    entity: 'parentalAuthority',
    row: say('rækken', 'the row'),
    isMeant: isOfHolder,
  }),
]
