import type { Accepted } from '../changes/reports.ts'
import { asking } from './asks.ts'
import { kit } from './kit.ts'
import type { Part } from './kit.ts'

/** The register may have saved: it is asked before it is told again. */

const acceptIt = {
  type: 'accept',
  params: ({ event }: { readonly event: Accepted }) => event,
} as const

/** A report stands in the register: on to the next one, or to what follows from them. */
export const reportStands = [
  { guard: 'isMoreToReport', target: '#initiating', actions: acceptIt },
  { target: '#offering', actions: acceptIt },
] as const

/**
 * A positive proof settles at once; only absence has to wait until the register can no longer be applying it, and to be
 * seen twice with some time between.
 */
export const reconciling: Part = kit.createStateConfig({
  initial: 'readingBack',
  states: {
    readingBack: asking(
      'readBack',
      { proven: reportStands, absent: 'settling', undecided: 'settling' },
      ({ report }) => ({ report, final: false }),
    ),
    settling: asking('settle', { proven: reportStands, settled: 'readingBackAgain' }),
    readingBackAgain: asking(
      'readBack',
      {
        proven: reportStands,
        absent: [
          { guard: { type: 'mustAskAgain', params: ({ event }) => event }, target: 'settling' },
          {
            guard: { type: 'mayResend', params: ({ event }) => event },
            target: '#initiating',
            actions: 'countAbsent',
          },
          '#deciding',
        ],
        undecided: '#deciding',
      },
      ({ report }) => ({ report, final: true }),
    ),
  },
})

const nobodyKnows = { output: {}, persons: [], acceptedOn: null }

/** The evidence does not settle it: a person does. */
export const deciding: Part = kit.createStateConfig({
  id: 'deciding',
  on: {
    decide: [
      {
        guard: { type: 'isDecided', params: ({ event }) => ({ ...event, isLast: false }) },
        target: '#initiating',
        actions: { type: 'accept', params: nobodyKnows },
      },
      {
        guard: { type: 'isDecided', params: ({ event }) => ({ ...event, isLast: true }) },
        target: '#offering',
        actions: { type: 'accept', params: nobodyKnows },
      },
      { target: '#initiating', actions: 'startOver' },
    ],
  },
})
