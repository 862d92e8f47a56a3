import type { Outputs } from '../api.ts'

export type EventSummary = Outputs['catalogue']['events'][number]

export interface EventsAbout {
  readonly group: EventSummary['group']
  readonly events: readonly EventSummary[]
}

/** Events by what they are about, in the order that the catalogue gives. */
export const byGroup = (events: readonly EventSummary[]): readonly EventsAbout[] =>
  [...Map.groupBy(events, ({ group }) => group.id).values()]
    .flatMap((found) => {
      const [first] = found
      return first === undefined ? [] : [{ group: first.group, events: found }]
    })
    .toSorted((one, other) => one.group.place - other.group.place)

/** By its name in either language, its code, its service, or what it is about. */
export const matches = ({ event, name, service, group }: EventSummary, words: string): boolean => {
  const wanted = words.trim().toLocaleLowerCase('da')
  return [event, name.da, name.en, service, group.name.da, group.name.en].some((word) =>
    word.toLocaleLowerCase('da').includes(wanted),
  )
}
