import { findService } from '@sagsgang/gctp'
import type { Fields } from '@sagsgang/gctp'

import { findAuthority } from '../authorities.ts'
import type { Draft } from '../draft.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { isCurrent } from '../rows.ts'
import type { StoredRow } from '../rows.ts'
import type { Renumbering, Save } from '../saves.ts'
import { disorderIn } from '../updates/disorder.ts'
import { fullAccess, mayMaintain } from '../updates/grants.ts'
import { keep } from '../updates/keep.ts'
import type { Call, UpdateService, Written } from '../updates/update-service.ts'
import { correctFaults } from './correct-faults.ts'
import { correct } from './correct.ts'
import { correctionOf } from './correction.ts'
import { codeFor, dataTypes, operationId } from './data-types.ts'
import type { DataType, Operation } from './data-types.ts'
import { daysFollow } from './days-follow.ts'
import { giveNewNumber, newNumberFaults } from './new-number.ts'
import { ownDateFaults, withPlainDates } from './own-dates.ts'
import { reportFaults, reportFormer } from './report-former.ts'
import { findRow, rowFaults } from './row-meant.ts'
import { saveBehind } from './save-behind.ts'
import { undo, undoFaults } from './undo.ts'

/** The update services that correct (-R), undo (-F) and report late (-T). */

interface Done {
  readonly row: StoredRow
  readonly undone?: Save | undefined
  readonly renumbered?: Renumbering
}

interface Kind {
  readonly suffix: string
  readonly operation: Operation
  readonly required: readonly string[]
  readonly judge: (type: DataType, call: Call) => readonly Objection[]
  readonly carryOut: (type: DataType, call: Call, draft: Draft) => Done | undefined
}

/** About a row that is there, unmarked and theirs; then about what is to become of it. */
function judgeRow(
  type: DataType,
  call: Call,
  judge: (meant: NonNullable<ReturnType<typeof findRow>>) => readonly Objection[],
): readonly Objection[] {
  const faults = rowFaults(type, call)
  const meant = findRow(type, call)
  return faults.length > 0 || meant === undefined ? faults : judge(meant)
}

/** A number is not written over: its person goes over to another. */
const isNumber = ({ prefix }: DataType): boolean => prefix === 'PNR'

const kinds: readonly Kind[] = [
  {
    suffix: 'F',
    operation: 'undo',
    required: [],
    judge: (type, call) => judgeRow(type, call, (meant) => undoFaults(call.store, type, meant)),
    carryOut: (type, call, draft) => {
      const meant = findRow(type, call)
      return meant && { row: meant.row, undone: undo(call.store, draft, { type, meant }) }
    },
  },
  {
    suffix: 'R',
    operation: 'correct',
    required: [],
    judge: (type, call) =>
      judgeRow(type, call, (meant) =>
        isNumber(type) ? newNumberFaults(call, meant) : correctFaults(type, call, meant),
      ),
    carryOut: (type, call, draft) => {
      const meant = findRow(type, call)
      if (meant === undefined) return undefined
      if (isNumber(type)) return giveNewNumber(call, meant, draft)
      const to = correctionOf(type, meant, call.data)
      const row = correct(draft, meant, to)
      daysFollow(call.store, draft, meant, to)
      return { row }
    },
  },
  {
    suffix: 'T',
    operation: 'report',
    required: ['STARTDATO', 'SLUTDATO'],
    judge: reportFaults,
    carryOut: (type, call, draft) => {
      const row = reportFormer(type, call, draft)
      return row && { row }
    },
  },
]

/** Whether the call is about a row of the past: late reports always are; one that an event ended is its own. */
function isFormer(type: DataType, { operation }: Kind, call: Call): boolean {
  const meant = findRow(type, call)
  if (meant === undefined) return true
  const isEnding = operation === 'undo' && saveBehind(call.store, type, meant) !== undefined
  return !isCurrent(meant.row) && !isEnding
}

/** Tried on paper first: what would leave the rows of anybody in disorder is refused. */
function wholeFaults(type: DataType, kind: Kind, call: Call): readonly Objection[] {
  const { store, authority } = call
  const draft = store.draft({ code: null, authority })
  kind.carryOut(type, call, draft)
  const isBroken = disorderIn(store, draft).length > 0
  return isBroken ? [objection('breaksRows', kind.suffix === 'F' ? 'TIMSTP' : 'STARTDATO')] : []
}

const isUndone: Readonly<Record<Operation, string>> = { undo: 'A', correct: '', report: '' }

const codeOfNumberTakenBack = 'P42'

/** Not the number is annulled then, but its coming in place of another. */
function takesNumberBack(type: DataType, { operation }: Kind, call: Call): boolean {
  const meant = operation === 'undo' ? findRow(type, call) : undefined
  return meant !== undefined && saveBehind(call.store, type, meant)?.renumbered !== undefined
}

function write(type: DataType, kind: Kind, call: Call): Written {
  const { store, authority, keys } = call
  const code = takesNumberBack(type, kind, call)
    ? codeOfNumberTakenBack
    : codeFor(type, kind.operation, isFormer(type, kind, call))
  const documentedBy = call.data['MYNKOD'] ?? authority
  const draft = store.draft({ code, authority: documentedBy })
  const done = kind.carryOut(type, call, draft)
  const change = keep(draft, {
    ...factsOf(done),
    service: `${type.prefix}-${kind.suffix}`,
    code,
    authority,
    documentedBy,
    subject: keys['PNR'] ?? '',
    standsFor: null,
    at: store.clock.stamp(),
  })
  const saves = [...(change.saves ?? []), ...takenBack(done)]
  return { change: { ...change, saves }, output: outputOf(kind, call, done) }
}

function factsOf(done: Done | undefined): Pick<Save, 'created' | 'renumbered'> {
  const renumbered = done?.renumbered
  return renumbered === undefined ? { created: [] } : { created: [renumbered.to], renumbered }
}

function validAfter(done: Done | undefined): string | undefined {
  return done?.renumbered?.to ?? done?.undone?.renumbered?.from
}

/** The number that is valid now, and the key of the row. */
const outputOf = ({ operation }: Kind, { keys }: Call, done: Done | undefined): Fields => ({
  PNR: validAfter(done) ?? keys['PNR'] ?? '',
  TIMSTP: done?.row.timestamp ?? '',
  AKM: isUndone[operation],
})

const takenBack = (done: Done | undefined): readonly Save[] =>
  done?.undone === undefined ? [] : [{ ...done.undone, undone: true }]

/** Numbers are the CPR office's, save that the type that gave a number may take it back. */
function mayMaintainNumber(type: DataType, { operation }: Kind, call: Call): boolean {
  const { authorityType, store } = call
  if (authorityType === fullAccess) return true
  if (operation !== 'undo') return false
  const meant = findRow(type, call)
  const giver = meant && saveBehind(store, type, meant)?.authority
  const isGiver = giver !== undefined && findAuthority(giver)?.type === authorityType
  return meant === undefined || isGiver
}

function current(type: DataType, call: Call): Fields {
  const row = findRow(type, call)?.row
  const values = Object.entries(type.columns).map(([code, column]) => [
    code,
    row?.columns[column] ?? '',
  ])
  const period = row && { STARTDATO: `${row.start}0000`, MYNKOD: row.authority }
  return { ...Object.fromEntries(values), ...period }
}

const period = new Set(['STARTDATO', 'STARTDATOUSM', 'SLUTDATO', 'SLUTDATOUSM', 'MYNKOD'])

const isTaken = ({ columns, dates = {} }: DataType, code: string): boolean =>
  period.has(code) || code in columns || code in dates

function judged(type: DataType, kind: Kind, told: Call): readonly Objection[] {
  const contradictions = ownDateFaults(type, told)
  if (contradictions.length > 0) return contradictions
  const call = withPlainDates(type, told)
  const faults = kind.judge(type, call)
  return faults.length > 0 ? faults : wholeFaults(type, kind, call)
}

function maintenanceService(type: DataType, kind: Kind): readonly UpdateService[] {
  const description = findService(`${type.prefix}-${kind.suffix}`)
  if (description === undefined) return []
  const { id, keys } = description
  // What no column stands for is not taken: it would be dropped without a word.
  const input = description.input.filter(({ code }) => isTaken(type, code))
  return [
    {
      id,
      keys,
      input,
      event: (call) => operationId(type, kind.operation, isFormer(type, kind, call)),
      tables: {},
      required: () => kind.required,
      mayUse: (call) =>
        isNumber(type)
          ? mayMaintainNumber(type, kind, call)
          : mayMaintain(call.authorityType, type.entities),
      current: (call) => current(type, call),
      judge: (call) => judged(type, kind, call),
      write: (call) => write(type, kind, withPlainDates(type, call)),
    },
  ]
}

export const maintenanceServices: readonly UpdateService[] = dataTypes.flatMap((type) =>
  kinds.flatMap((kind) => maintenanceService(type, kind)),
)
