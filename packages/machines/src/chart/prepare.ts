import type { CaseDataChange } from '@sagsgang/events'

import { ask, asking } from './asks.ts'
import { kit } from './kit.ts'
import type { On, Part } from './kit.ts'

/** Until a case may be reported: filled in, checked, looked up, confirmed. */

export const whileUnsent = { withdraw: '#withdrawn', stop: '#withdrawn' } as const satisfies On

export const fillAnew = {
  target: '#drafting',
  actions: {
    type: 'fill',
    params: ({ event }: { readonly event: { readonly data: CaseDataChange } }) => event,
  },
} as const

export const confirmFindings: On['confirm'] = {
  actions: { type: 'confirm', params: ({ event }) => ({ findings: event.findings }) },
}

export const drafting: Part = kit.createStateConfig({
  id: 'drafting',
  always: [
    { guard: 'isDerived', target: '#offering' },
    { guard: 'isStopping', target: '#withdrawn' },
  ],
  on: {
    ...whileUnsent,
    submit: '#checking',
    fill: { actions: { type: 'fill', params: ({ event }) => ({ data: event.data }) } },
  },
})

/** Cheap rules before paid lookups. */
const checkedForm: On['checked'] = [
  {
    guard: { type: 'hasErrors', params: ({ event }) => event },
    target: '#drafting',
    actions: [{ type: 'noteForm', params: ({ event }) => event }, 'tellRefused'],
  },
  { target: 'lookingUp', actions: { type: 'noteForm', params: ({ event }) => event } },
]

const checkedRegister: On['checked'] = [
  {
    guard: { type: 'hasErrors', params: ({ event }) => event },
    target: '#drafting',
    actions: [{ type: 'noteRegister', params: ({ event }) => event }, 'tellRefused'],
  },
  {
    guard: { type: 'isInstead', params: ({ event }) => event },
    target: '#replaced',
    actions: { type: 'noteRegister', params: ({ event }) => event },
  },
  { target: '#confirming', actions: { type: 'noteRegister', params: ({ event }) => event } },
]

export const checking: Part = kit.createStateConfig({
  id: 'checking',
  initial: 'form',
  on: whileUnsent,
  states: {
    form: asking('check', { checked: checkedForm }, () => ({ stage: 'form' })),
    lookingUp: asking('lookUp', { lookedUp: 'register' }),
    register: asking('check', { checked: checkedRegister }, () => ({ stage: 'register' })),
  },
})

/** The fact belongs to the past: another case reports it as former data. */
export const replaced: Part = kit.createStateConfig({
  id: 'replaced',
  entry: [
    ask('openReplacement', ({ insteadOf }) => ({ operation: insteadOf ?? '' })),
    { type: 'tellParent', params: { notice: 'withdrawn' } },
  ],
  on: {
    opened: {
      guard: { type: 'answers', params: { slot: 'work' } },
      actions: { type: 'setReplacement', params: ({ event }) => event },
    },
  },
})

export const confirming: Part = kit.createStateConfig({
  id: 'confirming',
  always: [
    { guard: { type: 'isReady', params: { later: true } }, target: '#awaitingDay' },
    { guard: { type: 'isReady', params: { later: false } }, target: '#awaitingTurn' },
  ],
  on: { ...whileUnsent, fill: fillAnew, confirm: confirmFindings },
})

/** Nothing has been sent, so everything the case waited for is dropped with it. */
export const withdrawn: Part = kit.createStateConfig({
  id: 'withdrawn',
  entry: ['dropAllButNotices', { type: 'tellParent', params: { notice: 'withdrawn' } }],
})
