import { catalogue } from '@sagsgang/events'

import { isCurrent } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import type { Save } from '../saves.ts'
import type { Store } from '../store.ts'
import type { DataType } from './data-types.ts'

/** The save that is taken back with a row: the one that wrote it for its event, or that ended it for one. */

/** Events that stand for a number itself, by kind of data: what gives and revives numbers, and the occupation. */
const servicesOnNumbers = Map.groupBy(
  catalogue.filter(({ undo }) =>
    undo.steps.some(({ followOn, entity }) => followOn === null && entity === 'person'),
  ),
  ({ undo }) => undo.dataType,
)

const isNewHere = (person: Person, { entity }: StoredRow, save: Save): boolean =>
  person.rows.some((row) => row.entity === entity && row.save === save.id)

/** An entry is over the day it is written, and stands for its event all the same. */
const wasComplete = ({ end, touched, save, timestamp }: StoredRow): boolean =>
  touched === save && end !== null && end <= timestamp.slice(0, 8)

/** It stands for no event, but what it cut is known all the same. */
export const isLateReport = ({ service }: Pick<Save, 'service'>): boolean => service.endsWith('-T')

const standsFor = (save: Save | undefined, { entity }: StoredRow): save is Save =>
  save !== undefined && save.standsFor === entity && save.undone === undefined

export function saveBehind(
  store: Store,
  type: Pick<DataType, 'id'>,
  { person, row }: { readonly person: Person; readonly row: StoredRow },
): Save | undefined {
  if (row.entity === 'person') {
    const services = (servicesOnNumbers.get(type.id) ?? []).map(({ service }) => service)
    const takesNumbers = type.id === 'personnummer'
    return store.lastSaveOn(
      row.id,
      ({ service, renumbered }) =>
        services.includes(service) || (takesNumbers && renumbered !== undefined),
    )
  }
  const last = store.findSave(row.touched)
  // An event that put another row in this one's place is known by that row.
  if (row.touched !== row.save && standsFor(last, row) && !isNewHere(person, row, last)) return last
  const own = store.findSave(row.save)
  const isItsOwn = isCurrent(row) || wasComplete(row)
  return isItsOwn && standsFor(own, row) ? own : undefined
}
