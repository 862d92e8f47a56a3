import type { Outputs } from '../api.ts'

type Service = Outputs['catalogue']['services'][number]
type Place = NonNullable<Service['listed']>

/** A service that reads. */
export type LookUpService = Service & { readonly listed: Place }

interface ServicesAbout {
  readonly group: Place['group']
  readonly services: readonly LookUpService[]
}

const isListed = (service: Service): service is LookUpService => service.listed !== undefined

/** What can be looked up, group by group, as the catalogue orders it. */
export const listed = (services: readonly Service[]): readonly LookUpService[] =>
  services
    .filter(isListed)
    .toSorted(
      ({ listed: one }, { listed: other }) =>
        one.group.place - other.group.place || one.place - other.place,
    )

export const byGroup = (services: readonly LookUpService[]): readonly ServicesAbout[] =>
  [...Map.groupBy(services, (service) => service.listed.group.id).values()].flatMap((found) => {
    const [first] = found
    return first === undefined ? [] : [{ group: first.listed.group, services: found }]
  })

/** Every word somewhere: in its id, its name in either language, what it is about, or what it is asked by. */
export const matches = (
  { service, name, keys, listed: { group } }: LookUpService,
  words: string,
): boolean => {
  const texts = [name, group.name, ...keys.map((key) => key.name)]
  const said = [service, ...texts.flatMap(({ da, en }) => [da, en])]
    .join(' ')
    .toLocaleLowerCase('da')
  const wanted = words.toLocaleLowerCase('da').split(/\s+/)
  return wanted.every((word) => said.includes(word))
}

/** The one that is called just that, else the first. */
export const bestOf = (found: readonly LookUpService[], words: string): LookUpService | undefined =>
  found.find(({ service }) => service.toLowerCase() === words.trim().toLowerCase()) ?? found[0]
