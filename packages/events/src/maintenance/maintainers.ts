import { reporters } from '../reporters.ts'
import type { Reporter } from '../reporters.ts'
import { say } from '../text.ts'

/**
 * Who maintains a kind of data: whoever registers an event that writes it. Those who only notify (citizens, hospitals,
 * police) and the machine rule set have nothing of their own to put right.
 */
export const maintainers = {
  'cpr-office': reporters['cpr-office'],
  municipality: reporters.municipality,
  parish: reporters.parish,
  'civil-registrar': reporters['civil-registrar'],
  'faith-community': reporters['faith-community'],
  'family-law-house': reporters['family-law-house'],
  court: reporters.court,
  'number-issuer': {
    authorityType: '07',
    name: say(
      'Myndighed, der tildeler numre uden bopæl (SKAT, ATP og aftalemyndigheder)',
      'Authority that gives numbers without residence (tax, ATP, by agreement)',
    ),
  },
  'election-office': { authorityType: '14', name: say('Valgkontor', 'Election office') },
  'citizenship-office': {
    authorityType: '17',
    name: say('Indfødsretskontoret', 'Citizenship office'),
  },
  immigration: { authorityType: '18', name: say('Udlændingemyndighed', 'Immigration authority') },
} as const satisfies Record<string, Reporter>

/** The office reaches every service, so that it need not be named each time. */
export function maintainedBy(...names: readonly (keyof typeof maintainers)[]): readonly Reporter[] {
  return [maintainers['cpr-office'], ...names.map((name) => maintainers[name])]
}
