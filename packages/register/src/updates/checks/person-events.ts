import { isMember } from './church.ts'
import { spousePointsBack } from './couples.ts'
import { notBeforeBirth, notBeforeCurrent, notInFuture } from './dates.ts'
import type { EventChecks } from './layers.ts'
import { isSomebody, living } from './people.ts'
import { isCountry, isOneOf } from './places.ts'

const somebody = [isSomebody('PNR', living)]

export const personEvents: EventChecks = {
  'name-change': [
    somebody,
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('name', 'PNR')],
  ],
  'addressing-name': [somebody, [notInFuture(), notBeforeCurrent('name', 'PNR')]],
  'church-membership': [
    somebody,
    [isOneOf('FKIRK', 'F', 'U', 'A', 'M', 'S')],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('church', 'PNR')],
  ],
  'church-withdrawal': [
    somebody,
    [isMember],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('church', 'PNR')],
  ],
  citizenship: [
    somebody,
    [isCountry('LANDEKOD')],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('citizenship', 'PNR')],
  ],
  'citizenship-loss': [
    somebody,
    [isCountry('LANDEKOD')],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('citizenship', 'PNR')],
  ],
  occupation: [somebody, [notInFuture(), notBeforeBirth('PNR')]],
  death: [
    somebody,
    [spousePointsBack],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('civilStatus', 'PNR')],
  ],
}
