import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { EventView } from './catalogue.ts'
import type { Outcome } from './outcome.ts'

/** How far the rules of one event are proven. */
export interface Reached {
  readonly event: string
  readonly samples: number
  readonly journeys: number
  readonly rules: number
  /** Rules that no journey raised. */
  readonly neverRaised: readonly string[]
  /** Rules that no journey was let pass by, once everything was judged. */
  readonly neverPassed: readonly string[]
}

export function reachedBy(outcomes: readonly Outcome[], event: EventView): Reached {
  const played = outcomes.filter((one) => one.event === event.event && one.failure === null)
  const raised = new Set(played.flatMap((one) => one.raised))
  const passed = new Set(played.flatMap((one) => one.passed))
  const rules = event.rules.map(({ id }) => id)
  return {
    event: event.event,
    samples: new Set(played.map(({ title }) => title)).size,
    journeys: played.length,
    rules: rules.length,
    neverRaised: rules.filter((rule) => !raised.has(rule)),
    neverPassed: rules.filter((rule) => !passed.has(rule)),
  }
}

const results = join(import.meta.dirname, '../../test-results')

const head = `# Rules reached

Every rule of an event is raised by a journey of its own: by the trial of a sample, or, where it is one of the rules that
all events share (a malformed number, a number of nobody, a day to come …), by a slip made from the event's own fields.
It is passed where a journey in which everything was judged does not raise it. What is not reached is named with its reason
in \`samples/unreached*.ts\`; a rule that is in neither fails the run.

| Kind of case | Samples | Journeys | Rules | Raised | Passed | Not raised | Not passed |
|---|---|---|---|---|---|---|---|
`

/** The table, for people; what it says is checked by the tests that write it. */
export function writeReport(all: readonly Reached[], file = 'rules-reached.md'): string {
  const rows = all.map((one) => {
    const { event, samples, journeys, rules, neverRaised, neverPassed } = one
    const short = (ids: readonly string[]) =>
      ids.map((id) => id.slice(event.length + 1)).join(' ') || '–'
    const raised = rules - neverRaised.length
    const passed = rules - neverPassed.length
    const cells = [event, samples, journeys, rules, raised, passed]
    return `| ${[...cells, short(neverRaised), short(neverPassed)].join(' | ')} |\n`
  })
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, file), head + rows.join(''))
  const sum = (count: (one: Reached) => number) => all.reduce((total, one) => total + count(one), 0)
  const rules = sum((one) => one.rules)
  return [
    `${all.length} kinds, ${sum((one) => one.journeys)} journeys, ${rules} rules`,
    `${rules - sum((one) => one.neverRaised.length)} raised`,
    `${rules - sum((one) => one.neverPassed.length)} passed`,
  ].join(', ')
}
