import { checkCase } from '../invariants/check-case.ts'
import { checkAcknowledged } from '../invariants/check-commands.ts'
import { checkRest } from '../invariants/check-rest.ts'
import { checkSignOns } from '../invariants/check-sign-ons.ts'
import { checkTexts } from '../invariants/check-texts.ts'
import { checkTruth } from '../invariants/check-truth.ts'
import { checkOverlap } from '../invariants/check-turns.ts'
import { type Following, followCases } from '../invariants/follow-cases.ts'
import { type CaseReading, readCases, readLost } from '../invariants/read-cases.ts'
import type { Violation } from '../invariants/violation.ts'
import type { Commit, Sight, Watch } from './run.ts'
import { watchLeases } from './watch-leases.ts'
import { watchSaves } from './watch-saves.ts'

/** Holds everything that is promised against a world of one seed: what each commit changed, and all of it at the end. */
export function watchInvariants(): Watch {
  let following: Following | null = null
  let failovers = 0
  const saves = watchSaves()
  const leases = watchLeases()
  return {
    async committed(sight, commit) {
      following ??= followCases({ ask: sight.query, effects: sight.queue })
      if (sight.failovers !== failovers) {
        following.forget()
        leases.forget()
      }
      failovers = sight.failovers
      const touched = touchedBy(commit)
      if (touched === 'nothing') return leases.look(sight, commit)
      const violations = await following.look(touched === 'saves')
      const readings = following.readings()
      return [
        ...violations,
        ...leases.look(sight, commit),
        ...checkOverlap(readings),
        ...saves.look(sight, commit, readings),
        // Until the processes have read their logs, the store does not know what it forgot.
        ...(failovers === 0
          ? checkTruth(readings, { applied: appliedByUs(sight), lost: nothingLost })
          : []),
      ]
    },
    async atEnd(sight) {
      const readings = await readAll(sight)
      return [
        ...readings.flatMap((reading) => checkCase(reading)),
        ...checkTruth(readings, {
          applied: appliedByUs(sight),
          lost: await readLost(sight.db),
        }),
        ...checkOverlap(readings),
        ...checkPeople(sight, readings),
        ...(await findKeyless(sight)),
        ...checkProcesses(sight),
        ...checkRest(readings, clocksOf(sight)).filter((one) => !isPeoplesDoing(sight, one)),
      ]
    },
  }
}

const nothingLost: ReadonlySet<string> = new Set()

/** Claims, leases and looks leave the cases where they are. */
function touchedBy({ statements }: Commit): 'saves' | 'cases' | 'nothing' {
  if (statements.some((label) => label.endsWith(' submissions'))) return 'saves'
  const moves = statements.some((label) => label === 'write step' || label === 'update cases')
  return moves ? 'cases' : 'nothing'
}

async function readAll({ query, db }: Sight): Promise<readonly CaseReading[]> {
  const cases = await query<{ id: string }>('select id from cases')
  return readCases(
    db,
    cases.map(({ id }) => id),
  )
}

function appliedByUs({ register, others }: Sight) {
  return register.store.applied().filter(({ dialogue }) => !others.has(dialogue))
}

/** What others changed since, or somebody decided wrongly, a case shows as a difference, and somebody is named who looks at it. */
function isPeoplesDoing({ others, decisions }: Sight, { caseId, says }: Violation): boolean {
  const isMet = [...others.values()].some((met) => met === caseId)
  const isMisjudged = decisions.some((one) => one.caseId === caseId && !one.isRight)
  return (isMet || isMisjudged) && says.includes(': difference.')
}

function clocksOf({ now, registerNow }: Sight) {
  return { real: now, register: registerNow }
}

/** Everything that a person did to a case that no other case opened was done under a key of its own. */
async function findKeyless({ query }: Sight): Promise<readonly Violation[]> {
  const cases = await query<{ id: string }>(`
    select id from cases where parent_id is null
      and (select count(*) from idempotency_keys where case_id = cases.id)
        < (select count(*) from journal where case_id = cases.id and actor <> 'system')`)
  return cases.map(({ id: caseId }) => ({
    id: 'I4',
    caseId,
    says: 'something was done under a key that had been used',
  }))
}

function checkPeople(sight: Sight, readings: readonly CaseReading[]): readonly Violation[] {
  const sent = sight.acknowledged.map(
    ({ caseId, command, expectedVersion, version, idempotencyKey, isLost }) => ({
      caseId,
      key: idempotencyKey,
      type: command.startsWith('open ') ? 'open' : command,
      user: null,
      authority: null,
      expectedVersion,
      acknowledged: isLost ? null : version,
    }),
  )
  return checkAcknowledged(readings, sent)
}

function checkProcesses({ processes, calls, register }: Sight): readonly Violation[] {
  const signOns = calls.flatMap(({ signedOn }) => signedOn ?? [])
  const said = processes.flatMap((process) => process.said)
  return [
    ...checkSignOns(signOns),
    ...checkTexts(said, (digits) => register.store.find(digits) !== undefined),
  ]
}
