import { say } from '../text.ts'
import { fmtDate, inOrder, latest, noFuture, notBeforeRow } from './date-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { ownMunicipality } from './residence-rules.ts'
import { activeRow, noActiveRow } from './row-rules.ts'

const who = say('personen', 'the person')
const orderDate = { field: 'orderDate', what: say('påbudsdatoen', 'the order date') } as const
const vacateBy = {
  field: 'vacateBy',
  what: say('fraflytningsfristen', 'the vacate-by date'),
  suffix: '-2',
} as const
const liftDate = { field: 'liftDate', what: say('ophævelsesdatoen', 'the lifting date') } as const
const orders = {
  field: 'personnummer',
  who,
  entity: 'relocationOrder',
  row: say('række for flyttepåbud', 'relocation order row'),
} as const

/** An order is known in Denmark alone: 05 and 07 live in Greenland. */
const inDenmark = ['01', '03']

export const relocationOrderRules = [
  ...personRules({ field: 'personnummer', who, statuses: inDenmark }),
  ownMunicipality,
  fmtDate(orderDate),
  noFuture(orderDate),
  fmtDate(vacateBy),
  inOrder(orderDate, vacateBy),
  noActiveRow(orders),
  latest(orderDate, {
    people: ['personnummer'],
    entity: 'address',
    row: say('den nuværende adresse', 'the current address'),
  }),
]

export const relocationOrderLiftingRules = [
  ...personRules({ field: 'personnummer', who, statuses: living }),
  activeRow(orders),
  fmtDate(liftDate),
  noFuture(liftDate),
  notBeforeRow(liftDate, {
    id: 'after-order',
    person: 'personnummer',
    entity: 'relocationOrder',
    row: say('flyttepåbuddet i CPR', 'the relocation order in the register'),
  }),
]
