import { say, type Entity, type EventDefinition, type Text } from '@sagsgang/events'

import type { EventGroup } from '../catalogue-view.ts'

interface Group extends Omit<EventGroup, 'place'> {
  /** The kind of data that it reports. */
  readonly dataType: string
  /** Where one kind of data covers several matters: a kind of row that it writes. */
  readonly writes?: Entity
  readonly writesFirst?: Entity
}

const group = (dataType: string, name: Text): Group => ({ id: dataType, dataType, name })

/** What events are about, in the order that a list shows them; the first that fits is the one. */
const groups: readonly Group[] = [
  group('personnummer', say('Personnummer og fødsel', 'Personal number and birth')),
  group('kinship', say('Forældre og børn', 'Parents and children')),
  group('name', say('Navn', 'Name')),
  group('address', say('Adresse', 'Address')),
  group('shared-residence', say('Delt bopæl', 'Shared residence')),
  group('migration', say('Ind- og udrejse', 'Entry and departure')),
  group('disappearance', say('Forsvinden', 'Disappearance')),
  {
    id: 'death',
    dataType: 'civil-status',
    writesFirst: 'person',
    name: say('Dødsfald', 'Death'),
  },
  group('civil-status', say('Ægteskab og partnerskab', 'Marriage and partnership')),
  group('separation', say('Separation', 'Separation')),
  group('citizenship', say('Statsborgerskab', 'Citizenship')),
  group('church', say('Folkekirken', 'Church')),
  {
    id: 'protection',
    dataType: 'person-other',
    writes: 'protection',
    name: say('Beskyttelse', 'Protection'),
  },
  {
    id: 'guardianship',
    dataType: 'person-other',
    writes: 'guardianship',
    name: say('Værgemål', 'Guardianship'),
  },
  {
    id: 'guardianship',
    dataType: 'person-other',
    writes: 'guardian',
    name: say('Værgemål', 'Guardianship'),
  },
  { id: 'election', dataType: 'person-other', writes: 'election', name: say('Valg', 'Elections') },
  group('municipal', say('Kommunale forhold', 'Municipal matters')),
  group('person-other', say('Øvrige oplysninger', 'Other data')),
]

const others: EventGroup = {
  id: 'other',
  name: say('Øvrige oplysninger', 'Other data'),
  place: groups.length,
}

/** What an event is about, by what it reports and writes. */
export function groupOf({ undo, effects }: EventDefinition): EventGroup {
  const place = groups.findIndex(
    ({ dataType, writes, writesFirst }) =>
      dataType === undo.dataType &&
      (writes === undefined || effects.some(({ entity }) => entity === writes)) &&
      (writesFirst === undefined || effects[0]?.entity === writesFirst),
  )
  const found = groups[place]
  return found === undefined ? others : { id: found.id, name: found.name, place }
}
