import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { createProcedures, type CaseView } from '../api.ts'
import type { Caller } from './caller.ts'
import type { Fleet } from './fleet.ts'
import { isUnderWay, readJournal, type Found } from './rest.ts'
import { patiently } from './town.ts'
import type { CaseFacts, Facts } from './verdict.ts'

/** What is asked once all is at rest, through the doors that anybody has. */
export async function gather(
  fleet: Fleet,
  caller: Caller,
  found: readonly Found[],
): Promise<Facts> {
  const applied = await patiently(() => fleet.control.applied())
  const audit = await patiently(() => auditor(fleet).audit.verify.query())
  return {
    cases: await readAll(caller, found),
    applied: applied.map(({ dialogue, service, reply, keys }) => ({
      dialogue,
      service,
      reply,
      people: numbersIn(Object.values(keys)),
    })),
    acknowledged: caller.ledger.acknowledged,
    disagreements: caller.ledger.disagreements,
    auditedUpTo: audit.intact ? audit.upTo : null,
    falls: fleet.members.flatMap(({ falls }) => falls),
    leaks: await leaks(fleet),
    verified: verify(fleet),
  }
}

// The whole log is followed from its first row: that takes its time, and asking again does not shorten it.
const LOG_MS = 600_000

const auditor = ({ urls }: Fleet) => createProcedures(urls[0] ?? '', 'auditor', LOG_MS)

const READERS = 6

async function readAll(caller: Caller, found: readonly Found[]): Promise<readonly CaseFacts[]> {
  const left = [...found]
  const facts: CaseFacts[] = []
  const read = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop())
      facts.push(await readCase(caller, one))
  }
  await Promise.all(Array.from({ length: READERS }, read))
  return facts
}

async function readCase(caller: Caller, { user, seen }: Found): Promise<CaseFacts> {
  const { caseId, event, status, version } = seen
  const { told, dialogues } = await readJournal(caller, user, caseId)
  const then = await caller.ask(user, (api) => api.cases.at.query({ caseId, seq: version }))
  return {
    caseId,
    event,
    status,
    version,
    isUnderWay: isUnderWay(seen),
    waitsFor: seen.waitsFor.en,
    cause: seen.health.cause ?? null,
    told,
    dialogues,
    people: [...seen.persons.map(({ pnr }) => pnr), ...numbersIn(Object.values(seen.data))],
    differs: parts.filter((part) => !isDeepStrictEqual(toldOf(then)[part], toldOf(seen)[part])),
  }
}

const numbersIn = (values: readonly unknown[]): readonly string[] =>
  values.flat().flatMap((value) => (/^\d{10}$/u.test(String(value)) ? [String(value)] : []))

/** Names are as the register last showed them to this case or the one above, and are let go of when that one is over. */
const toldOf = (view: CaseView): Pick<CaseView, (typeof parts)[number]> => ({
  ...view,
  persons: view.persons.map(({ role, pnr }) => ({ role, pnr })),
})

/** What a journal tells of a case; the rest is as of now. */
const parts = [
  'status',
  'state',
  'version',
  'data',
  'findings',
  'persons',
  'followOns',
  'effects',
  'deadlines',
  'plan',
  'blockers',
  'differences',
  'corrections',
  'replacement',
  'takenBackBy',
] as const satisfies readonly (keyof CaseView)[]

/** Personal numbers that anybody wrote: those of people whom the register knows. */
async function leaks({ control, ear }: Fleet): Promise<readonly string[]> {
  const people = new Set((await patiently(() => control.people(''))).map(({ pnr }) => pnr))
  const writers = [...ear.numbers()].filter(([number]) => people.has(number))
  return [...new Set(writers.map(([, who]) => `${who} wrote a personal number`))]
}

const manage = join(import.meta.dirname, '../../../apps/api/src/manage.ts')

/** The operator's own check of the store, by the operator's own command. */
function verify({ environment }: Fleet): readonly string[] {
  const options = { env: { ...environment }, timeout: 1_200_000 }
  const told = spawnSync(process.execPath, [manage, 'verify'], options)
  if (told.status === 0) return []
  const said = `${told.stdout.toString()}\n${told.stderr.toString()}`
  return [`verify ended with ${String(told.status)}: ${said.trim().slice(-2_000)}`]
}
