import { expect, test } from 'vitest'

import type { CaseData } from '../case-data.ts'
import type { EventDefinition, Maintenance } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { chain, one, rowsOf, stamps } from '../testing/maintained.ts'
import { aPerson, viewOf } from '../testing/people.ts'
import { entitiesOfDataType } from './data-type-entities.ts'
import { foretell } from './foretell.ts'
import { maintenanceCatalogue } from './maintenance-catalogue.ts'

/** What keeps three rows of a kind in one chain, where several stand side by side. */
const keys: Readonly<Partial<Record<Entity, RegisterRow['columns']>>> = {
  protection: { protectionType: '00003' },
  kinship: { relation: 'father', personnummer: null },
}

type Dates = readonly [start: string, end: string | null, mark: 'A' | 'K' | null]

const [oldest, newest]: readonly Dates[] = [
  ['20100101', '20150101', null],
  ['20200101', null, null],
]

/** Of three rows, the newest first: what is ordered, and how they stand afterwards. */
const stories: Readonly<Record<Maintenance, { data: CaseData; after: readonly unknown[] }>> = {
  undoCurrent: {
    data: { timestamp: stamps[2] },
    after: [['20200101', '20200101', 'A'], ['20150101', null, null], oldest],
  },
  undoFormer: {
    data: { timestamp: stamps[1] },
    after: [newest, ['20150101', '20150101', 'A'], ['20100101', '20200101', null]],
  },
  correctCurrent: {
    data: { timestamp: stamps[2], startDate: '20200201' },
    after: [
      ['20200201', null, null],
      ['20150101', '20200201', null],
      oldest,
      ['20200101', '20200101', 'K'],
    ],
  },
  correctFormer: {
    data: { timestamp: stamps[1], startDate: '20150201', endDate: '20191201' },
    after: [
      ['20191201', null, null],
      ['20150201', '20191201', null],
      ['20100101', '20150201', null],
      ['20150101', '20150101', 'K'],
    ],
  },
  reportFormer: {
    data: { startDate: '20140101', endDate: '20160101' },
    after: [
      newest,
      ['20160101', '20200101', null],
      ['20100101', '20140101', null],
      ['20140101', '20160101', null],
    ],
  },
}

interface Case {
  readonly definition: EventDefinition
  readonly operation: Maintenance
  readonly entity: Entity
}

/** Every operation on every kind of row that its data type keeps. */
function casesOf(definition: EventDefinition): readonly Case[] {
  const { kind } = definition
  if (kind.type !== 'maintenance') return []
  const { operation } = kind
  const entities = entitiesOfDataType(kind.dataType)
  // Late reports are of the first kind; a number's own row has no history.
  return (operation === 'reportFormer' ? entities.slice(0, 1) : entities)
    .filter((entity) => entity !== 'person')
    .map((entity) => ({ definition, operation, entity }))
}

test.each(
  maintenanceCatalogue.flatMap(casesOf).map((story) => [story.definition.id, story] as const),
)('%s leaves the rows that its kind calls for', (_, { definition, operation, entity }) => {
  const columns = keys[entity] ?? {}
  const view = viewOf(aPerson(one, { rows: chain(entity, [columns, columns, columns]) }))
  const { data, after } = stories[operation]
  const now = foretell(definition, { personnummer: one, ...data }, view)
  const dates = rowsOf(now, one, entity, '').map(([, ...rest]) => rest)
  expect(dates).toEqual(after)
})
