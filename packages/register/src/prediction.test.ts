import {
  catalogue,
  differences,
  emptyView,
  mergeViews,
  predict,
  predictUndo,
  queriesFor,
  readsFor,
  reportsOf,
  viewFromAnswers,
} from '@sagsgang/events'
import type {
  CaseData,
  EventDefinition,
  ExpectedChange,
  Reads,
  RegisterView,
} from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { carryOut } from './carry-out.ts'
import { lookUp } from './lookups/look-up.ts'
import { createPopulation } from './people/population.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { column, currentRows } from './rows.ts'
import type { Person } from './rows.ts'
import { demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'

/**
 * Two interpreters read one definition: a case foretells what an event writes, the register writes it. Neither knows
 * the other, so that where they differ one of them is wrong.
 */

const today = '20261123'
const authority = '0851'

const openStore = (): Store =>
  createStore(createPopulation({ population: 300, seed: 2 }, today, demoAccount), () =>
    Date.UTC(2026, 10, 23, 12),
  )

const anyone = (store: Store, random: Random, is: (person: Person) => boolean): string => {
  const people = [...store.all()].filter(is)
  return people[random.below(people.length)]?.pnr ?? ''
}

const everybody = () => true
const civil =
  (...statuses: readonly string[]) =>
  (person: Person): boolean =>
    statuses.includes(column(person, 'civilStatus', 'civilStatus') ?? '')
const sex = (wanted: string) => (person: Person) => column(person, 'person', 'sex') === wanted

type Pick = (is: (person: Person) => boolean) => string

const forms: Readonly<Record<string, (pick: Pick, random: Random) => CaseData>> = {
  birth: (pick, random) => ({
    motherPersonnummer: pick(sex('K')),
    ...(random.chance(0.6) && { fatherPersonnummer: pick(sex('M')) }),
    birthDate: today,
    sex: random.pick(['M', 'K']),
    birthAuthority: '7001',
    birthPlace: 'Aalborg',
  }),
  naming: (pick) => ({
    personnummer: pick((person) => currentRows(person, 'name').length === 0),
    namingDate: today,
    firstNames: 'Ida Marie Elisabeth Vilhelmine',
    lastName: 'Nynavn',
  }),
  paternity: (pick) => ({
    personnummer: pick((person) => currentRows(person, 'kinship').length === 1),
    parentPersonnummer: pick(sex('M')),
    startDate: today,
  }),
  move: (pick) => ({
    personnummer: pick(everybody),
    moveDate: today,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '16',
    floor: '1',
    door: 'tv',
  }),
  'marriage-entry': (pick) => ({
    personnummer: pick(civil('U', 'F', 'E')),
    spousePersonnummer: pick(civil('U', 'F')),
    marriageDate: today,
    marriageAuthority: authority,
  }),
  'name-change': (pick) => ({
    personnummer: pick(everybody),
    nameDate: today,
    firstNames: 'Ny',
    lastName: 'Navn',
  }),
  'addressing-name': (pick) => ({
    personnummer: pick(everybody),
    startDate: today,
    addressingName: 'Navn,N',
  }),
  death: (pick, random) => ({
    personnummer: pick(everybody),
    deathDate: random.pick([today, '20261120']),
  }),
  widowhood: (pick) => ({
    personnummer: pick((person) => column(person, 'civilStatus', 'spouseName') !== null),
    deathDate: today,
  }),
}

function look(store: Store, definition: EventDefinition, reads: Reads): RegisterView {
  const answered = queriesFor(definition, reads).map((query) => {
    const answer = lookUp({ store, service: query.service, keys: { ...query.keys, MAXA: '999' } })
    return { query, roles: answer.type === 'found' ? [answer.role] : null }
  })
  return viewFromAnswers(answered, today)
}

/** Looks up until nothing is missing, as a case does. */
function viewFor(store: Store, definition: EventDefinition, data: CaseData): RegisterView {
  let view = emptyView
  for (let round = 0; round < 6; round += 1)
    view = mergeViews(view, look(store, definition, readsFor(definition, data, view)))
  return view
}

const undoServices: Readonly<Record<string, string>> = {
  civilStatus: 'CIV-F',
  name: 'NAVN-F',
  addressingName: 'NAVN-F',
  address: 'ADR-F',
  person: 'PNR-F',
  kinship: 'SLAEGT-F',
}

function undo(store: Store, definition: EventDefinition, output: Fields): Fields | null {
  const own = definition.undo.steps.find(({ followOn }) => followOn === null)
  const { PNR = '', TIMSTP = '' } = output
  const service = undoServices[own?.entity ?? ''] ?? ''
  return carryOut(store, { service, keys: { PNR, TIMSTP }, data: {} })
}

test.each(catalogue.filter(({ id }) => id in forms))(
  '$id is written and undone as foretold',
  (definition) => {
    const store = openStore()
    const random = createRandom(5)
    const seen = (expected: readonly ExpectedChange[]) => {
      const people = [...new Set(expected.flatMap(({ pnr }) => pnr ?? []))]
      return differences(
        expected,
        look(store, definition, {
          people,
          roads: [],
          households: [],
          searches: [],
        }),
      )
    }
    let done = 0
    for (let attempt = 0; attempt < 120 && done < 10; attempt += 1) {
      const pick: Pick = (is) => anyone(store, random, is)
      const form = forms[definition.id]?.(pick, random)
      const data = { ...form, authority }
      const view = viewFor(store, definition, data)
      const [report] = reportsOf(definition, data)
      const output = report === undefined ? null : carryOut(store, report)
      if (output === null) continue
      done += 1
      const expected = predict(definition, data, view, output)
      expect(seen(expected)).toEqual([])
      expect(undo(store, definition, output)).not.toBeNull()
      expect(seen(predictUndo(expected))).toEqual([])
    }
    expect(done).toBeGreaterThan(0)
  },
)
