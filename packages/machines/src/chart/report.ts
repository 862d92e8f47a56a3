import { and } from 'xstate'

import type { Warned } from '../changes/reports.ts'
import { asking, dropWork } from './asks.ts'
import { kit } from './kit.ts'
import type { On, Part } from './kit.ts'
import { confirmFindings, fillAnew, whileUnsent } from './prepare.ts'
import { deciding, reconciling, reportStands } from './reconcile.ts'
import { beginsUndo, holdsStill } from './undo.ts'

/** The conversation with the register: everything without effect first, then the one call that changes it. */

/** Until the first of several reports stands, the whole case can still be given up. */
const unlessReported = {
  withdraw: { guard: 'isFirstReport', target: '#withdrawn' },
  stop: { guard: 'isFirstReport', target: '#withdrawn' },
} as const satisfies On

/** Goes back to whoever wrote it, and the case that ordered it hears of it. */
const refused: On['refused'] = [
  {
    guard: 'isFirstReport',
    target: '#drafting',
    actions: [{ type: 'noteReceipt', params: ({ event }) => event }, 'startOver', 'tellRefused'],
  },
  {
    target: '#partlyReported',
    actions: [{ type: 'noteReceipt', params: ({ event }) => event }, 'startOver', 'tellRefused'],
  },
]

const initiateAnew = { target: '#initiating', reenter: true, actions: 'countUnsent' } as const

const askToConfirm = {
  target: '#confirmingReceipt',
  actions: [
    {
      type: 'noteReceipt',
      params: ({ event }: { readonly event: Warned }) => event,
    },
    'startOver',
  ],
} as const

const awaitingDay: Part = {
  id: 'awaitingDay',
  ...asking(
    'waitForDay',
    { ...whileUnsent, fill: fillAnew, dayReached: '#checking' },
    (context) => ({
      date: context.reportOn ?? '',
    }),
  ),
}

const awaitingTurn: Part = {
  id: 'awaitingTurn',
  ...asking('waitForTurn', { ...whileUnsent, turnGiven: 'initiating' }),
}

const initiating: Part = kit.createStateConfig({
  id: 'initiating',
  entry: 'askToInitiate',
  exit: dropWork,
  on: {
    ...unlessReported,
    initiated: {
      target: 'validating',
      actions: { type: 'beginDialogue', params: ({ event }) => event },
    },
    warned: [
      {
        guard: { type: 'isConfirmedInDialogue', params: ({ event }) => event },
        target: 'validating',
        actions: { type: 'beginDialogue', params: ({ event }) => event },
      },
      { guard: { type: 'isConfirmedAnew', params: ({ event }) => event }, ...initiateAnew },
      askToConfirm,
    ],
    refused,
    lapsed: initiateAnew,
  },
})

const validating: Part = asking(
  'validate',
  {
    ...unlessReported,
    validated: 'saving',
    warned: [
      { guard: { type: 'isConfirmedAnew', params: ({ event }) => event }, target: 'saving' },
      askToConfirm,
    ],
    refused,
    lapsed: initiateAnew,
  },
  ({ report }) => ({ report }),
)

/** Refused, unsent and lapsed are known not to have happened; of silence nothing is known. */
const saving: Part = asking(
  'save',
  {
    saved: reportStands,
    queued: 'awaitingRegister',
    warned: [
      {
        guard: { type: 'maySaveAgain', params: ({ event }) => event },
        target: 'saving',
        reenter: true,
        actions: 'countInDialogue',
      },
      { guard: { type: 'isConfirmedAnew', params: ({ event }) => event }, ...initiateAnew },
      askToConfirm,
    ],
    refused,
    lapsed: initiateAnew,
    unsent: initiateAnew,
    unknown: 'reconciling',
  },
  ({ report, attempt }) => ({ report, attempt }),
)

const confirmingReceipt: Part = kit.createStateConfig({
  id: 'confirmingReceipt',
  always: [
    // Asked to stop while the save was out: it is known not to have happened.
    { guard: and(['isStopping', 'isFirstReport']), target: '#withdrawn' },
    { guard: 'isConfirmed', target: 'initiating' },
  ],
  on: {
    ...unlessReported,
    confirm: confirmFindings,
    fill: { ...fillAnew, guard: 'isFirstReport' },
  },
})

const awaitingRegister: Part = asking(
  'pollQueue',
  {
    saved: reportStands,
    stillQueued: { target: 'awaitingRegister', reenter: true },
    warned: {
      target: 'confirmingQueued',
      actions: { type: 'noteReceipt', params: ({ event }) => event },
    },
    refused,
  },
  ({ report, queueConfirmed }) => ({ report, confirmed: queueConfirmed }),
)

/** Their own warning holds the data back in the register's queue until it is confirmed. */
const confirmingQueued: Part = kit.createStateConfig({
  always: { guard: 'isConfirmed', target: 'awaitingRegister', actions: 'confirmQueued' },
  on: { confirm: confirmFindings },
})

/** Some of several reports stand, the next was refused: repaired in the register and resumed, or undone. */
const partlyReported: Part = kit.createStateConfig({
  id: 'partlyReported',
  always: { guard: 'isStopping', target: '#held' },
  on: { resume: 'initiating', undo: beginsUndo, stop: holdsStill },
})

export const reporting: Part = kit.createStateConfig({
  initial: 'awaitingTurn',
  states: {
    awaitingDay,
    awaitingTurn,
    initiating,
    validating,
    saving,
    confirmingReceipt,
    awaitingRegister,
    confirmingQueued,
    reconciling,
    deciding,
    partlyReported,
  },
})
