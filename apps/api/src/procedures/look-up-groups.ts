import { say, type Text } from '@sagsgang/events'
import type { ServiceDescription } from '@sagsgang/gctp'

import type { LookUpPlace } from '../catalogue-view.ts'

interface Group {
  readonly id: string
  readonly name: Text
  readonly services: readonly string[]
}

const group = (id: string, name: Text, services: string): Group => ({
  id,
  name,
  services: services.split(' '),
})

/** What can be looked up, by what somebody wants to know; each in the order of how often it is asked. */
const groups: readonly Group[] = [
  group(
    'person',
    say('Overblik over en person', 'A person at a glance'),
    'STAM STAMP OVERSIGT START TIDLPNR AJOURLOG',
  ),
  group(
    'people',
    say('Find en person', 'Find a person'),
    'NVNSOG1 NVNSOG2 FODSOG1 FODSOG2 ADRSOG1 ADRSOG2',
  ),
  group(
    'residence',
    say('Adresse og bopæl', 'Address and residence'),
    'ADRESSE3 ADRESSE1 ADRESSE4 ADRESSE5 BOPSAML DELTBOP FLYTPAAB',
  ),
  group('name', say('Navn og fødsel', 'Name and birth'), 'NAVNE3 NAVNE1 PERSON1 FODSTED1'),
  group(
    'family',
    say('Familie og civilstand', 'Family and civil status'),
    'Familie CIVIL1 SEP1 VAERGE1',
  ),
  group(
    'matters',
    say('Øvrigt om en person', 'More about a person'),
    'STATBOR1 FKIRKE1 BESKYT1 KOMFORH1 KOMNOTAT VALG1 VALGRET',
  ),
  group(
    'places',
    say('Veje, myndigheder og koder', 'Roads, authorities and codes'),
    'VEJSOG1 VEJ1 VEJNOTAT DISTRIKT VEJHENV MYNSOG1 MYND1 KODTEKST',
  ),
  group('helper', say('Hjælpeopslag', 'Helpers'), 'VEJHJLP POSTHJLP MYNHJLP'),
]

const others = say('Andre opslag', 'Other lookups')

/** Where a service that reads is listed; one that nobody has placed stands last. */
export function lookUpPlaceOf({ id, system }: ServiceDescription): LookUpPlace | undefined {
  if (system !== 'CprSoeg') return undefined
  const place = groups.findIndex(({ services }) => services.includes(id))
  const found = groups[place]
  if (found === undefined) {
    return { group: { id: 'other', name: others, place: groups.length }, place: 0 }
  }
  return {
    group: { id: found.id, name: found.name, place },
    place: found.services.indexOf(id),
  }
}
